import type { Holdings } from './holdings';

export interface Growth {
  readonly name: keyof Holdings;
  /** What was held after each round. */
  readonly rounds: readonly number[];
  readonly hasGrown: boolean;
}

/** After the second all is warm. */
export const ROUNDS = 4;
const WARM = 1;

/** Noise between two rounds that is no growth: a share of what was held, and something besides. */
const NOISE: Readonly<Partial<Record<keyof Holdings, readonly [share: number, besides: number]>>> =
  {
    ...{ resident: [0.1, 10], heap: [0.02, 2], recognizer: [0.02, 0.4], external: [0.02, 1] },
    code: [0.1, 2],
    ...{ openFiles: [0.1, 5], handles: [0.1, 5], resources: [0.1, 10], log: [0.1, 5] },
  };

/** What has grown from the second round to the last, and in each between: what goes up and down is none. The database keeps what is said, and may. */
export function growthOf(holdings: readonly Holdings[]): readonly Growth[] {
  const names: (keyof Holdings)[] = [
    ...(['resident', 'heap', 'recognizer', 'code', 'external'] as const),
    ...(['openFiles', 'handles', 'resources', 'database', 'log'] as const),
  ];
  return names.map((name) => {
    const rounds = holdings.map((one) => one[name]);
    const [warm = 0, ...later] = rounds.slice(WARM);
    const [share, besides] = NOISE[name] ?? [0, Infinity];
    const isRising = later.every((value, place) => value > (rounds[WARM + place] ?? 0));
    return {
      name,
      rounds,
      hasGrown: isRising && (later.at(-1) ?? 0) > warm * (1 + share) + besides,
    };
  });
}
