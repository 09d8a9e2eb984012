const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
};

/** What a person has typed: Teams' text without mark-up of mentions, its character references read. */
export function writtenText(text: string): string {
  return text
    .replace(/<\/?at(?:\s[^<>]{0,200})?>/gi, '')
    .replace(/&(?:#(\d{1,7})|([a-z]{2,4}));/gi, (whole, code?: string, name?: string) =>
      code === undefined ? (NAMED[name?.toLowerCase() ?? ''] ?? whole) : characterOf(Number(code)),
    )
    .replaceAll('\u00a0', ' ')
    .trim();
}

function characterOf(code: number): string {
  const isCharacter = code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}
