/** What may stand instead of a common character, or between two: neither ASCII nor a letter of a European language. */
const DISGUISING = /[&%*`~\\<]|[^\0-\u007f\u00c0-\u024f]/;
/** The same with what is written wide, small or raised; some Arabic characters stand for whole sentences. */
const WIDE = /[^\0-\u007f\u00c0-\u024f\ufb50-\ufdff]+/g;
/** Characters that nobody sees: zero widths, soft hyphens, directions, variation selectors, fillers. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\u034f\u115f\u1160\u3164]/gu;
/** Mark-up around a part of a word or number. */
const MARKUP =
  /<\/?(?:b|i|u|s|em|strong|span|font|code|mark|small|sub|sup|wbr)(?: [^<>]{0,200})?\/?>|[*`~]{1,3}|\\(?=[-.+()@_])/gi;
/** How HTML and addresses write single characters. */
const CODED =
  /&(?:#(\d{2,6})|#x([\da-f]{2,5})|(nbsp|shy|commat|period|ndash|hyphen|zwnj));|%(40|2B|20)/gi;
const NAMED: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', shy: '', zwnj: '', commat: '@', period: '.', ndash: '-', hyphen: '-' },
};

/** Cyrillic and Greek letters, and the Latin ones that they can't be told from (Unicode Technical Standard 39). */
const LOOKALIKES = new Map(
  Array.from('АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο', (letter, at) => [
    letter,
    'ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo'.charAt(at),
  ]),
);

/**
 * A text as a reader takes it: digits, letters, spaces and dashes of other scripts and widths as the common ones, without
 * what is invisible and without mark-up within words. Time is linear in the text.
 */
export function plainForm(text: string): string {
  if (!DISGUISING.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(CODED, decoded)
    .replace(WIDE, (run) => run.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(/\p{Pd}|−/gu, '-')
    .replace(/[·•∙‧。]/g, '.')
    .replace(/(?![0-9])\p{Nd}/gu, commonDigit)
    .replace(/[\u0370-\u045f]/g, (letter) => LOOKALIKES.get(letter) ?? letter)
    .replace(MARKUP, '');
}

function decoded(all: string, ...[decimal, hex, name, percent]: readonly (string | undefined)[]) {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? all;
  const code = decimal === undefined ? Number.parseInt(hex ?? percent ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : all;
}

/** The digits of a script stand in a row, from zero on. */
function commonDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}
