import type { Holdings } from './holdings';

export interface Growth {
  readonly name: keyof Holdings;
  /** The least that was held in each quarter of the time: what garbage collection left. */
  readonly quarters: readonly number[];
  readonly hasGrown: boolean;
}

/** Noise between two quarters that is no growth: a share of what was held, and something besides. */
const SHARE = 0.1;
const BESIDES: Readonly<Partial<Record<keyof Holdings, number>>> = {
  ...{ resident: 10, heap: 5, external: 5, openFiles: 5, handles: 5, resources: 10, log: 5 },
};

/** What has grown from the second quarter, when all is warm, to the last. The database keeps what is said, and may. */
export function growthOf(samples: readonly Holdings[]): readonly Growth[] {
  const names: (keyof Holdings)[] = [
    ...(['resident', 'heap', 'external', 'openFiles', 'handles', 'resources'] as const),
    ...(['database', 'log'] as const),
  ];
  return names.map((name) => {
    const quarters = [0, 1, 2, 3].map((quarter) => leastIn(samples, { name, quarter }));
    const [, second = 0, , last = 0] = quarters;
    const besides = BESIDES[name];
    const hasGrown = besides !== undefined && last > second * (1 + SHARE) + besides;
    return { name, quarters, hasGrown };
  });
}

function leastIn(
  samples: readonly Holdings[],
  { name, quarter }: { readonly name: keyof Holdings; readonly quarter: number },
): number {
  const size = samples.length / 4;
  const part = samples.slice(Math.floor(quarter * size), Math.ceil((quarter + 1) * size));
  return Math.min(...part.map((sample) => sample[name]));
}
