const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
/** Controls but for tabs and ends of lines, and what turns the direction of the words after it (UAX 9). */
const UNPRINTED = /(?![\t\n])\p{Cc}|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text that shows in the order in which it is written: its lines end with `\n`, whatever ended them, and nothing in it
 * controls a terminal or turns the text around.
 */
export function plainLines(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(UNPRINTED, '');
}
