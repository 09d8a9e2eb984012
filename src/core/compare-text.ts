/** Orders texts by their code units, the same on every machine; for instants, ids and whatever nobody reads as a list. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
