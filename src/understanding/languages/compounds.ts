const SHORTEST_PART = 3;

/** What a compound may be made of. */
export interface CompoundRules {
  /** Whether a word may come first, in its base form. */
  readonly isFirst: (word: string) => boolean;
  /** Whether a word may come last, in any form. */
  readonly isLast: (word: string) => boolean;
  /** What may stand between them: nothing, `s`. */
  readonly links: readonly string[];
}

/** Splits a word into two known ones; the longest first part wins. */
export function splitCompound(
  word: string,
  { isFirst, isLast, links }: CompoundRules,
): readonly [string, string] | undefined {
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const head = word.slice(0, at);
    const link = links.find((end) => head.endsWith(end) && isFirst(head.slice(0, at - end.length)));
    if (link !== undefined && isLast(word.slice(at))) {
      return [head.slice(0, at - link.length), word.slice(at)];
    }
  }
  return undefined;
}
