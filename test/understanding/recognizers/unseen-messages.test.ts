import { join } from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../../../src/config';
import { loadContent } from '../../../src/content/load-content';
import { createRecognizer } from '../../../src/create-recognizer';
import type { Recognizer } from '../../../src/understanding/recognizers/recognizer';
import { readLines } from '../../../src/understanding/evaluation/read-lines';
import { root } from '../words';

const lines = readLines(
  join(root, 'test/fixtures/heldout-follow-ups.jsonl'),
  z.object({
    lang: z.string(),
    previous: z.string(),
    before: z.string(),
    text: z.string(),
    intents: z.array(z.string()),
  }),
);

let recognizer: Recognizer;
beforeAll(() => {
  recognizer = createRecognizer(loadContent(root), loadConfig({}));
}, 90_000);

/** Messages after an answer, by a writer whose lines no weight was fitted on. */
describe.each(['en', 'sv'])('unseen follow-ups in %s', (language) => {
  const own = lines.filter(({ lang }) => lang === language);
  const outcomes: string[] = [];

  beforeAll(async () => {
    for (const { lang, previous, before, text, intents } of own) {
      const context = { remembered: lang, previous, previousText: before, today: '2026-11-22' };
      const { parts } = await recognizer.recognize(text, context);
      const [part] = parts;
      const isAnswered = part?.decision === 'answer';
      const isRight = intents.includes(isAnswered ? (part.intents[0]?.intent ?? '') : 'none');
      outcomes.push(isRight ? 'right' : isAnswered ? 'wrong' : 'asked');
    }
  });

  it.each([
    ['right', 0.84, 1],
    ['wrong', 0, 0.08],
  ])('are %s in a share from %d to %d', (outcome, least, most) => {
    const share = outcomes.filter((one) => one === outcome).length / own.length;
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  });
});

const messages = readLines(
  join(root, 'test/fixtures/heldout-questions.jsonl'),
  z.object({ text: z.string(), questions: z.array(z.array(z.string())) }),
);

/** In both languages together: of fourteen lines a language, one is seven points. */
describe('messages of one and of two questions', () => {
  it.each([
    ['one', 0.9],
    ['two', 0.7],
  ])('%s: divided as they are in a share from %d', async (number, least) => {
    const own = messages.filter(({ questions }) => questions.length > 1 === (number === 'two'));
    const divided = await Promise.all(
      own.map(({ text }) => recognizer.recognize(text, { today: '2026-11-22' })),
    );
    const right = divided.filter(
      ({ parts }, index) => parts.length === own[index]?.questions.length,
    );
    expect(right.length / own.length).toBeGreaterThanOrEqual(least);
  });
});
