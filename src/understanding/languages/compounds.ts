const SHORTEST_PART = 3;

/** Splits a word into two known parts, with one of `links` between them; the longer first part wins. */
export function splitCompound(
  word: string,
  isPart: (part: string) => boolean,
  links: readonly string[],
): readonly [string, string] | undefined {
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const first = word.slice(0, at);
    const second = word.slice(at);
    if (!isPart(second)) continue;
    const link = links.find(
      (end) => first.endsWith(end) && isPart(first.slice(0, first.length - end.length)),
    );
    if (link !== undefined) return [first.slice(0, first.length - link.length), second];
  }
  return undefined;
}
