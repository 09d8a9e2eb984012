import { hasIbanCheck } from '../iban';
import { hasLuhnCheck } from '../luhn';
import { byItself, digitsOf, type PrivateDetail } from '../private-detail';

/** What a number is said to be that is no phone number, however it looks. */
const OTHER = String.raw`(?:order|invoice|faktura|ärende|ticket|case|mpn|partner|artikel|serial|serie|s/n|imei|sku|ref|referens|kund|customer|offert|quote|avtal|contract)`;
const CALLED = String.raw`(?:[ -]?(?:nummer|number|nr|no|id))?[.:# ]{0,3}(?:(?:is|är) )?`;
const PERSONAL = String.raw`(?:person(?:nummer|numret|nr)|pnr|samordnings(?:nummer|numret|nr)|personal identity (?:number|no)|ssn|social security (?:number|no))`;
/** What announces one that has nothing else to tell it by. */
const PHONE = String.raw`(?:phone|tele(?:phone|fon)|mobile?|cell|fax|whatsapp|call|tfn|tel|ring(?:a|er)?|sms:?a?|nås på|reached? (?:me|us) (?:at|on)|växel(?:n)?)`;
const AT = String.raw`(?:(?:nummer|number|numret|nr|no|me|us|mig|oss|at|on|på|is|är)[.: ]{1,2}){0,3}`;
const SPOKEN = `(?:${[
  'noll|nolla|ett|en|två|tre|fyra|fem|sex|sju|åtta|nio',
  'zero|oh|one|two|three|four|five|six|seven|eight|nine',
].join('|')})`;
const BREAK = String.raw`(?:-|[ -]?(?:\r?\n|<br ?/?>)|[ -])`;
/** Between groups of four. */
const BETWEEN = String.raw`[\s./_-]{0,3}`;
const NATIONAL = String.raw`\(?0\d{1,3}[) /-]{0,3}\d(?:[ -]?\d){4,8}`;
const END = String.raw`(?![\p{L}\p{N}]|-\p{N})`;

/** Seven digits, not far from each other. */
const MANY_DIGITS = /\d(?:\D{0,5}\d){6}/;

/** Numbers of people: of bank accounts, payment cards, personal identity and phones. */
export const NUMBERS: readonly PrivateDetail[] = [
  // Each part ends in a digit, so that no word behind it is taken along.
  {
    kind: 'iban',
    hint: MANY_DIGITS,
    pattern: byItself(
      String.raw`[A-Z]{2}\d{2}(?:[ -]?[A-Z]{4})?(?:[ -]?[A-Z]{0,2}\d){10,28}[A-Z]?`,
    ),
    isReal: hasIbanCheck,
  },
  {
    kind: 'card',
    hint: MANY_DIGITS,
    pattern: byItself(
      String.raw`\d{4}${BETWEEN}\d{4}${BETWEEN}\d{4}${BETWEEN}\d{1,4}(?:[ -]?\d{3})?|3[47]\d{2}[ -]?\d{6}[ -]?\d{5}|3[0689]\d{2}[ -]?\d{6}[ -]?\d{4}`,
    ),
    isReal: isCard,
  },
  // In groups of one's own making.
  {
    kind: 'card',
    hint: MANY_DIGITS,
    pattern: /(?<![\p{L}\p{N}]|\d[ .-])\d(?:[ .-]?\d){12,18}(?![ .-]?[\p{L}\p{N}])/gu,
    isReal: isCard,
  },
  {
    kind: 'personal-number',
    hint: MANY_DIGITS,
    pattern: byItself(
      String.raw`(?:18|19|20)?\d{6}[\s./_+-]{0,3}\d{4}|(?:18|19|20)?\d{2}([ ./-])\d{2}\1\d{2} ?[-+] ?\d{4}|\d{2} \d{2} \d{2} \d{4}|\d(?: \d){9}(?:(?: \d){2})?`,
    ),
    isReal: isPersonalNumber,
  },
  // As a part of the VAT number of somebody who trades in their own name.
  {
    kind: 'personal-number',
    hint: /SE\d{10}/i,
    pattern: /(?<=(?<![\p{L}\p{N}])SE)\d{10}(?=01(?!\d))/giu,
    isReal: isPersonalNumber,
  },
  // Said to be one, whether or not its check digit is right.
  {
    kind: 'personal-number',
    hint: /\d{4}/,
    pattern: new RegExp(
      String.raw`(?<=(?<!\p{L})${PERSONAL}[.: ]{1,2}(?:(?:is|är)[: ]{1,2})?)(?:(?:18|19|20)?\d{6}[ +-]?\d{4}|\d{3}-\d{2}-\d{4})(?![\p{L}\p{N}])`,
      'giu',
    ),
  },
  {
    kind: 'phone',
    hint: MANY_DIGITS,
    pattern: new RegExp(
      String.raw`(?:(?<!\p{N})\+(?: (?=4[4-7] ))?|(?<![\p{L}\p{N}.,/-])00(?!0))(?<!${OTHER}${CALLED}00)\d(?:[ ()./-]{0,3}\d){6,13}${END}(?!-\p{L})`,
      'giu',
    ),
  },
  {
    kind: 'phone',
    hint: MANY_DIGITS,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.,/-])(?=\(?0(?!00))(?<!${OTHER}${CALLED})${NATIONAL}(?:[,/] ?${NATIONAL}){0,2}${END}`,
      'giu',
    ),
    isReal: (match) => !beginsWithDate(match),
  },
  { kind: 'phone', hint: MANY_DIGITS, pattern: byItself(String.raw`0\d{1,2}(?:\.\d{2,3}){3,4}`) },
  // Digit by digit, or over several lines.
  { kind: 'phone', hint: /0 \d/, pattern: byItself(String.raw`0(?: \d){8,9}`) },
  {
    kind: 'phone',
    hint: /\d *(?:\n|\r|<br)/,
    pattern: byItself(String.raw`0\d{1,3}(?:${BREAK}\d{2,4}){2,4}`),
    isReal: (match) => /[\n>]/.test(match) && /^\d{9,10}$/.test(digitsOf(match)),
  },
  {
    kind: 'phone',
    hint: /\p{L} (?:zero|one|two|three|noll|nolla|ett|två|tre) /iu,
    pattern: byItself(String.raw`(?:${SPOKEN}[ ,-]{1,2}){6,20}${SPOKEN}`),
  },
  {
    kind: 'phone',
    hint: MANY_DIGITS,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.,-])(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}${END}`,
      'gu',
    ),
  },
  {
    kind: 'phone',
    hint: MANY_DIGITS,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.,])(?=[(\d])(?<=(?<!\p{L})${PHONE}["']?[.:= ]{1,2}["']?${AT})\(?\d(?:[ ()./-]{0,2}\d){6,13}${END}`,
      'giu',
    ),
    isReal: (match) => !beginsWithDate(match) && !/^\d{4}([-/ ])\d\d\1\d\d/.test(match),
  },
  // The extension behind one.
  {
    kind: 'phone',
    hint: /\[phone\]/,
    pattern: /(?<=\[phone\],? ?(?:x|ext|extension|ankn|anknytning)[.:]? ?)\d{1,6}(?!\p{N})/giu,
  },
];

/** The first digit says whose card it is: what begins with 0, 1, 7, 8 or 9 isn't one that people pay with, nor is a date. */
function isCard(match: string): boolean {
  const digits = digitsOf(match);
  return digits.length >= 13 && /^(?:[3-6]|2[2-7])/.test(digits) && hasLuhnCheck(digits);
}

/** A Swedish personnummer or samordningsnummer (day plus 60), with or without century. */
function isPersonalNumber(match: string): boolean {
  const digits = digitsOf(match).slice(-10);
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6)) % 60;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hasLuhnCheck(digits);
}

function beginsWithDate(text: string): boolean {
  return /^\d{1,2}([-/ ])\d{1,2}(?:\1(?:19|20)\d{2}(?!\d)|[-/ ]\d{2,4}$)/.test(text);
}
