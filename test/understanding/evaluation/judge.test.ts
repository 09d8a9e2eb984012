import type { Decision, Recognition } from '../../../src/core/recognition';
import { judge } from '../../../src/understanding/evaluation/judge';
import { labelledUtteranceSchema } from '../../../src/understanding/evaluation/labelled-utterance';

const recognition = (...parts: [Decision, ...string[]][]): Recognition => ({
  text: 'text',
  language: 'en',
  languageEvidence: { source: 'written', score: 1 },
  version: '1',
  parts: parts.map(([decision, ...intents]) => ({
    ...{ text: 'text', decision, entities: [] },
    intents: intents.map((intent) => ({ intent, score: 0.5 })),
  })),
});
const line = (intents: string[], style = 'plain') =>
  labelledUtteranceSchema.parse({ text: 'text', lang: 'en', intents, style });

describe('judge', () => {
  it.each([
    ['right', ['a.b'], recognition(['answer', 'a.b'])],
    ['right', ['c.d', 'a.b'], recognition(['answer', 'a.b'])],
    ['wrong', ['a.b'], recognition(['answer', 'c.d', 'a.b'])],
    ['wrong', ['a.b'], recognition(['answer', 'a.b'], ['answer', 'c.d'])],
    ['offered', ['a.b'], recognition(['clarify', 'c.d', 'none', 'e.f', 'a.b'])],
    ['asked', ['a.b'], recognition(['clarify', 'c.d', 'e.f', 'g.h', 'a.b'])],
    ['refused', ['a.b'], recognition(['fallback', 'none', 'a.b'])],
    ['right', ['none'], recognition(['fallback', 'none'])],
    ['asked', ['none'], recognition(['clarify', 'a.b'])],
    ['wrong', ['none'], recognition(['answer', 'a.b'])],
  ])('calls it %s when %j is wanted', (outcome, intents, given) => {
    expect(judge(line(intents), given).outcome).toBe(outcome);
  });

  it('wants both answers of two questions', () => {
    const both = line(['a.b', 'c.d'], 'two-questions');
    expect(judge(both, recognition(['answer', 'a.b'], ['answer', 'c.d'])).outcome).toBe('right');
    expect(judge(both, recognition(['answer', 'a.b'])).outcome).toBe('half');
    expect(judge(both, recognition(['answer', 'a.b'], ['clarify', 'c.d'])).outcome).toBe('half');
  });
});
