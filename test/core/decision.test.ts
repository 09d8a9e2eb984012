import { decide } from '../../src/core/decision';

const thresholds = { answer: 0.7, clarify: 0.2, margin: 0.1 };
const scores = (...pairs: [string, number][]) =>
  pairs.map(([intent, score]) => ({ intent, score }));

describe('decide', () => {
  it.each([
    ['a sure one', scores(['tokens.split', 0.9], ['none', 0.05]), 'answer'],
    ['one at the limit', scores(['tokens.split', 0.7], ['none', 0.3]), 'answer'],
    ['one just below it', scores(['tokens.split', 0.69], ['none', 0.3]), 'clarify'],
    ['a sure none', scores(['none', 0.95], ['tokens.split', 0.05]), 'fallback'],
    ['an unsure none', scores(['none', 0.6], ['tokens.split', 0.3]), 'clarify'],
    ['nothing likely', scores(['tokens.split', 0.1], ['keys.more', 0.1]), 'fallback'],
    ['no intent at all', [], 'fallback'],
  ])('gives the band of %s', (_, scored, band) => {
    expect(decide(scored, thresholds)).toBe(band);
  });

  it('asks back when the second is as good as the best', () => {
    const close = scores(['tokens.split', 0.5], ['tokens.replacement', 0.45]);
    expect(decide(close, { ...thresholds, answer: 0.4 })).toBe('clarify');
    expect(decide(close, { answer: 0.4, clarify: 0.2, margin: 0 })).toBe('answer');
  });
});
