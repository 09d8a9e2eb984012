import { isIPv6 } from 'node:net';
import type { PrivateDetail } from '../private-detail';

const LOCAL = String.raw`\p{L}\p{N}._%+#-`;
const DOT = String.raw`(?:\.|[([{] ?(?:dot|punkt|\.) ?[)\]}])`;
const LABEL = String.raw`[\p{L}\p{N}-]{1,63}`;
/** Where an address is spelt out in words, these are no words. */
const TOP = '(?:com|net|org|info|biz|eu|io|nu|se|no|dk|fi|de|nl|fr|es|it|pl|uk|ie|us|ca|example)';
/** Before what looks like an address and is the number of a version or of a chapter. */
const NUMBERED = String.raw`(?:version(?:en)?|ver\.?|build|release|utgåva|section|avsnitt|punkt|chapter|kapitel|paragraph|§)`;

/** Where people and machines are reached. */
export const ADDRESSES: readonly PrivateDetail[] = [
  {
    kind: 'e-mail',
    hint: /@/,
    pattern: new RegExp(
      String.raw`(?<![${LOCAL}])[${LOCAL}][${LOCAL}']{0,127}@(?:${LABEL}\.){1,6}\p{L}{2,63}`,
      'gu',
    ),
  },
  // With spaces in it, or spelt out: "kim (at) contoso (dot) com", "kim snabel-a contoso punkt se".
  {
    kind: 'e-mail',
    hint: /@|[([{] ?(?:at|snabel)/i,
    pattern: new RegExp(
      String.raw`(?<![${LOCAL}])[${LOCAL}]{1,64} ?(?:@|[([{] ?(?:at|@|snabel-?a) ?[)\]}]) ?${LABEL}(?: ?${DOT} ?\p{L}${LABEL}){0,5} ?${DOT} ?\p{L}{2,63}(?!\p{N})`,
      'giu',
    ),
  },
  {
    kind: 'e-mail',
    hint: / (?:dot|punkt) /i,
    pattern: new RegExp(
      String.raw`(?<![${LOCAL}])[${LOCAL}]{1,64} (?:at|snabel-?a) ${LABEL}(?: (?:dot|punkt) ${LABEL}){0,3} (?:dot|punkt) ${TOP}(?![\p{L}\p{N}])`,
      'giu',
    ),
  },
  {
    kind: 'ip-address',
    hint: /\d[^\d]{1,4}\d/,
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}.])(?=\d)(?<!${NUMBERED}[ :]{0,2})\d{1,3}(?: ?\[?\.\]? ?\d{1,3}){3}(?![\p{L}\p{N}]|\.\d)`,
      'giu',
    ),
    isReal: (match) =>
      !/^0\d/.test(match) && (match.match(/\d+/g) ?? []).every((part) => Number(part) <= 255),
  },
  {
    kind: 'ip-address',
    hint: /:[\da-f:]/i,
    pattern: /(?<![\p{L}\p{N}:.])[\da-f:]{1,38}(?:[\da-f]|::)(?![\p{L}\p{N}]|:[\da-f:])/giu,
    isReal: isIPv6,
  },
];
