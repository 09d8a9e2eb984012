/** What attackers, forwarded mails and broken clients repeat: each drives some kind of pattern back and forth. */
export const HOSTILE_PIECES: readonly string[] = [
  ...['a', 'A', 'å', ' ', '\n', '\t', '\r', '.', '?', "'", '"', '-', '/', '>', '&', '`', '*', '_'],
  ...['(', '[', '{', '${', '../', '|', '\\', '~', '=', '…', ' \n ', '\n> ', '> \n', '\n-', 'a\n'],
  ...['\u0000', '\ud83d', '\udc00', '😀', '\u0301', '\u200b', '\u202e', '\u2028', 'İ', '١', '漢'],
  ...['0 ', '1-', '1.', 'f:', '+4(', '070-', '4111 ', '19811228', '2020-01-01 ', '1 jan ', 'idag '],
  ...['29 days today ', '12:30 ', '1. ', 'A1B2C-', 'ab1', 'a@', 'a.b@', 'eyJ', 'eyJaaaaaaaa.'],
  ...[
    'sk-',
    'sig=',
    'password: ',
    'Bearer ',
    'http://',
    'www.',
    'ERROR ',
    'x[1]: ',
    '```',
    '&amp;',
  ],
  ...['select x ', 'our customer ', 'ignore previous ', 'Från: ', 'mvh\n', 'Hej ', 'how many '],
  ...['a b? ', 'and ', 'A ', 'Contoso ', 'Contosos ', 'MPN ID ', 'licens', '<at>', '<', "don't "],
];

/** A text of a length made of one piece over and over. */
export function repeated(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}
