import { poolScores } from '../../../src/understanding/follow-ups/pool-scores';

const alone = [
  { intent: 'none', score: 0.89 },
  { intent: 'sharing', score: 0.1 },
  { intent: 'seats', score: 0.01 },
];
const afterwards = [
  { intent: 'seats', score: 0.89 },
  { intent: 'sharing', score: 0.1 },
  { intent: 'none', score: 0.01 },
];

it('prefers what every reading holds possible', () => {
  const pooled = poolScores([
    { scored: alone, weight: 1 },
    { scored: afterwards, weight: 1 },
  ]);
  expect(pooled[0]?.intent).toBe('sharing');
  expect(pooled.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1);
});

it('listens more to what weighs more', () => {
  const pooled = poolScores([
    { scored: alone, weight: 0.2 },
    { scored: afterwards, weight: 1 },
  ]);
  expect(pooled.map(({ intent }) => intent)).toEqual(['seats', 'sharing', 'none']);
});
