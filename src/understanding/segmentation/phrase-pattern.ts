/** Source of a regular expression, flags `iu`, for any of the phrases, the longest first; of none it matches nothing. */
export function anyPhrase(phrases: readonly string[]): string {
  if (phrases.length === 0) return '(?!)';
  const sorted = [...new Set(phrases)].sort((left, right) => right.length - left.length);
  const sources = sorted.map((phrase) =>
    phrase.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`),
  );
  return `(?:${sources.join('|')})`;
}
