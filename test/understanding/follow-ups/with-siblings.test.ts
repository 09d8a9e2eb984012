import { withSiblings } from '../../../src/understanding/follow-ups/with-siblings';

const siblings: Readonly<Record<string, readonly string[]>> = {
  replacement: ['own-token'],
  'own-token': ['replacement'],
};
const siblingsOf = (intent: string) => siblings[intent] ?? [];
const scored = (...scores: (readonly [string, number])[]) =>
  scores.map(([intent, score]) => ({ intent, score }));

it.each([
  [scored(['replacement', 0.5], ['own-token', 0.4], ['none', 0.1]), ['replacement', 'none'], 0.9],
  [scored(['own-token', 0.5], ['none', 0.3], ['replacement', 0.2]), ['own-token', 'none'], 0.7],
  [scored(['split', 0.6], ['own-token', 0.4]), ['split', 'own-token'], 0.6],
])('%j: siblings count as one', (before, intents, score) => {
  const pooled = withSiblings(before, siblingsOf);
  expect(pooled.map(({ intent }) => intent)).toEqual(intents);
  expect(pooled[0]?.score).toBeCloseTo(score);
});

it('leaves nothing as it is', () => {
  expect(withSiblings([], siblingsOf)).toEqual([]);
});
