/** The middle of some times, and what all but a hundredth of them stay below. */
export function percentiles(times: readonly number[]): {
  readonly p50: number;
  readonly p99: number;
} {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
