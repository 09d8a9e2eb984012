import { isIPv6 } from 'node:net';
import type { PrivateDetail } from '../private-detail';

const LOCAL = String.raw`\p{L}\p{N}._%+#-`;
const DOT = String.raw`(?:\.|[([{<] ?(?:dot|punkt|\.) ?[)\]}>]|-(?:dot|punkt)-)`;
const LABEL = String.raw`[\p{L}\p{N}-]{1,63}`;
const AT_SIGN = '(?:snabel-?a|alfakrull)';
/** Where an address is spelt out in words, these are no words. */
const TOP = '(?:com|net|org|info|biz|eu|io|nu|se|no|dk|fi|de|nl|fr|es|it|pl|uk|ie|us|ca|example)';
/** Before what looks like an address and is the number of a version or of a chapter. */
const NUMBERED = String.raw`(?:version(?:en)?|ver\.?|build|release|powershell|sdk|runtime|modul(?:e|en)?|utgåva|section|avsnitt|punkt|chapter|kapitel|paragraph|§)`;

/** Where people and machines are reached. */
export const ADDRESSES: readonly PrivateDetail[] = [
  {
    kind: 'e-mail',
    hint: /@/,
    pattern: new RegExp(
      String.raw`(?<![${LOCAL}])[${LOCAL}][${LOCAL}'"]{0,127}@(?:${LABEL}\.){1,6}\p{L}{2,63}`,
      'gu',
    ),
  },
  // With spaces in it, or spelt out: "kim (at) contoso (dot) com", "kim snabel-a contoso punkt se".
  {
    kind: 'e-mail',
    hint: /@|[([{<] ?(?:at|snabel)|\(a\)| -at- /i,
    pattern: new RegExp(
      String.raw`(?<![${LOCAL}])[${LOCAL}]{1,64}(?:\s?(?:@|[([{<] ?(?:at|@|${AT_SIGN}) ?[)\]}>])\s?| -at- |\(a\))${LABEL}(?: ?${DOT} ?\p{L}${LABEL}){0,5} ?${DOT} ?\p{L}{2,63}(?!\p{N})`,
      'giu',
    ),
  },
  {
    kind: 'e-mail',
    hint: / (?:at|snabel-?a|alfakrull) /i,
    pattern: new RegExp(
      String.raw`(?<![${LOCAL}])(?:[${LOCAL}]{1,64} (?:dot|punkt) ){0,2}[${LOCAL}]{1,64} (?:(?:at|${AT_SIGN}) ${LABEL}(?: (?:dot|punkt) ${LABEL}){0,3} (?:dot|punkt) ${TOP}|${AT_SIGN} (?:${LABEL}\.){1,4}${TOP})(?![\p{L}\p{N}])`,
      'giu',
    ),
  },
  // "anna.lind at contoso.com"; "sign in at contoso.com" is none, unless it is said to be one.
  {
    kind: 'e-mail',
    hint: / at /i,
    pattern: new RegExp(
      String.raw`(?<![${LOCAL}])(?:(?=[\p{N}-]{0,32}\p{L}[\p{L}\p{N}-]{0,32}[._][\p{L}\p{N}])|(?<=mail(?: address)?:? (?:is )?))[${LOCAL}]{1,64} at (?:${LABEL}\.){1,4}${TOP}(?![\p{L}\p{N}])`,
      'giu',
    ),
  },
  // A comma for the dot.
  {
    kind: 'e-mail',
    hint: /@/,
    pattern: new RegExp(
      String.raw`(?<![${LOCAL}])[${LOCAL}]{1,64}@${LABEL},${TOP}(?![\p{L}\p{N}])`,
      'giu',
    ),
  },
  {
    kind: 'ip-address',
    hint: /\d[^\d]{1,4}\d/,
    pattern: new RegExp(
      String.raw`(?:(?<![\p{L}\p{N}.])|(?<=(?<!\p{L})ip))(?=\d)(?<!${NUMBERED}[ :]{0,2})\d{1,3}(?: ?[[(]?\.[\])]? ?\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)`,
      'giu',
    ),
    isReal: (match) =>
      !/^0\d/.test(match) && (match.match(/\d+/g) ?? []).every((part) => Number(part) <= 255),
  },
  {
    kind: 'ip-address',
    hint: /:[\da-f:]/i,
    pattern:
      /(?<![\p{L}\p{N}:.])[\da-f:]{1,38}(?:[\da-f]|::)(?:%\w{1,15})?(?![\p{L}\p{N}]|:[\da-f:])/giu,
    // "a::b" is something in a program.
    isReal: (match) => isIPv6(match) && /\d/.test(match),
  },
];
