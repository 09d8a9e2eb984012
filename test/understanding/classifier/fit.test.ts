import { calibrate } from '../../../src/understanding/classifier/calibration';
import { fitCalibration } from '../../../src/understanding/classifier/fit-calibration';
import { CAUTIOUS, fitThresholds } from '../../../src/understanding/classifier/fit-thresholds';

const case_ = (score: number, accepted: string) => ({
  scored: [
    { intent: 'a.b', score },
    { intent: 'none', score: 1 - score },
  ],
  accepted: [accepted],
});

describe('fitThresholds', () => {
  it('keeps to what exact scores ask for without cases', () => {
    expect(fitThresholds([])).toEqual(CAUTIOUS);
  });

  it('asks for more where sure answers were wrong, and for less where unsure ones were right', () => {
    const wrong = Array.from({ length: 20 }, () => case_(0.8, 'none'));
    const right = Array.from({ length: 20 }, () => case_(0.6, 'a.b'));
    expect(fitThresholds(wrong).answer).toBeGreaterThan(0.8);
    expect(fitThresholds(right).answer).toBeLessThanOrEqual(0.6);
  });
});

describe('fitCalibration', () => {
  const evidence = {
    linear: Float32Array.of(1, -1),
    network: Float32Array.of(-0.1, -2.4),
    length: 0,
  };
  const shape = { classes: 2, noneClass: 1 };
  const probability = (accepted: readonly number[]) => {
    const cases = accepted.map((label) => ({ evidence, accepted: [label] }));
    const output = new Float32Array(2);
    calibrate(evidence, fitCalibration(cases, shape), { noneClass: 1, output });
    return output[0] ?? 0;
  };

  it('makes a score the share of cases that were right', () => {
    expect(probability([0, 0, 0, 1])).toBeCloseTo(0.75, 1);
    expect(probability([0, 1, 1, 1])).toBeCloseTo(0.25, 1);
  });

  it('stays near a prior that pulls', () => {
    const cases = [{ evidence, accepted: [0] }];
    const weights = { linear: 2, network: 1, none: 3, length: 0 };
    const distance = (pull: number) =>
      Math.abs(fitCalibration(cases, shape, { weights, pull }).none - weights.none);
    expect(distance(0.002)).toBeGreaterThan(0.3);
    expect(distance(10)).toBeLessThan(0.1);
  });

  it('learns that long texts are seldom out of scope', () => {
    const long = { ...evidence, linear: Float32Array.of(-1, 1), length: 1 };
    const cases = [
      ...[0, 1, 1].map((label) => ({ evidence, accepted: [label] })),
      ...[0, 0, 1].map((label) => ({ evidence: long, accepted: [label] })),
    ];
    expect(fitCalibration(cases, shape).length).toBeGreaterThan(0.1);
  });
});
