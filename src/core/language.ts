/** Tag of a folder in `locales/`, such as `en` or `sv`. */
export type Language = string;

/**
 * Picks the supported language for a BCP 47 tag by RFC 4647 look-up: `sv-FI` gives `sv`.
 * Undefined when the tag is missing, malformed or of another language.
 */
export function matchLanguage(
  tag: string | undefined,
  supported: readonly Language[],
): Language | undefined {
  let range = tag?.trim().toLowerCase().replaceAll('_', '-') ?? '';
  while (range !== '') {
    const match = supported.find((language) => language.toLowerCase() === range);
    if (match !== undefined) return match;
    range = range.slice(0, Math.max(range.lastIndexOf('-'), 0));
  }
  return undefined;
}
