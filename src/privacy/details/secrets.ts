import { byItself, type PrivateDetail } from '../private-detail';

/** What a secret is called where its value follows after a colon, an equals sign or in JSON. */
const NAMES = [
  'password|passwd|pwd|passphrase|passcode|l[öo]senord(?:et)?|lösen',
  '(?:client|shared|app|consumer)[ _-]?secret|secret|sig',
  '(?:x-)?api[ _-]?key|(?:shared[ _-]?)?access[ _-]?key|account[ _-]?key|(?:ocp-apim-)?subscription[ _-]?key',
  '(?:access|refresh|id|auth|sas|bearer)[ _-]?token',
].join('|');
const PASSWORD = 'password|passphrase|pwd|pw|l[öo]senord(?:et)?|lösen(?:fras(?:en)?)?';
/** Codes of digits alone. */
const CODE =
  'cvc2?|cvv2?|pin(?:[ -]?(?:code|kod(?:en)?))?|(?:verification|security) code|(?:engångs|säkerhets|verifierings|bankid-?)kod(?:en)?';
/** The alphabet in which Microsoft writes its keys: no vowels, nothing that looks like something else. */
const KEY_LETTER = '[BCDFGHJKMNPQRTVWXY2346-9]';

/** Keys, passwords and tokens: by their form, or by what they are said to be. */
export const SECRETS: readonly PrivateDetail[] = [
  // A word of five letters before it must not take the place of its first group: one group more is taken too.
  {
    kind: 'product-key',
    hint: /[-‐-―_]/,
    pattern: byItself(String.raw`[A-Z\d]{5}(?:\s{0,2}[-‐-―_]{1,2}\s{0,2}[A-Z\d]{5}){4,5}`),
    isReal: (match) => /\d/.test(match) || match === match.toUpperCase(),
  },
  // With spaces, or none: without vowels, as keys are, or in capitals.
  {
    kind: 'product-key',
    hint: /\d/,
    pattern: byItself(String.raw`[B-DF-HJ-NP-TV-Z\d]{5}(?:[ .]?[B-DF-HJ-NP-TV-Z\d]{5}){4,5}`),
    isReal: isMixed,
  },
  {
    kind: 'product-key',
    hint: /\d/,
    pattern: /(?<![\p{L}\p{N}])[A-Z\d]{5}(?:[ .]?[A-Z\d]{5}){4,5}(?![\p{L}\p{N}])/gu,
    isReal: isMixed,
  },
  // With a typo, or with anything between its groups or letters.
  {
    kind: 'product-key',
    hint: /\d/,
    pattern: byItself(String.raw`(?:${KEY_LETTER}[\s./:,_-]{0,3}){17,29}${KEY_LETTER}`),
    isReal: isKey,
  },
  // What unlocks a disk, and what activates by phone.
  {
    kind: 'product-key',
    hint: /\d{6}/,
    pattern: byItself(String.raw`\d{6,7}(?:[ -]?\d{6,7}){7,8}`),
  },
  {
    kind: 'secret',
    hint: /-----BEGIN/,
    pattern:
      /-----BEGIN [A-Z ]{0,40}KEY-----[\w+/=\s:,]{0,16384}(?:-----END [A-Z ]{0,40}KEY-----)?/g,
  },
  {
    kind: 'token',
    hint: /eyJ/i,
    pattern: /(?<![a-z\d])eyJ[\w-]{8,4096}(?:\.[\w-]{0,4096}){1,4}/gi,
  },
  {
    kind: 'token',
    hint: /bearer|basic/i,
    pattern: /(?<=\b(?:Bearer|Authorization: ?Basic) {1,2})[\w.~+/=-]{8,4096}/gi,
    isReal: (match) => /[\d._~+/=]/.test(match) || match.length >= 20,
  },
  {
    kind: 'token',
    hint: /[-_][\w-]{16}/,
    pattern:
      /(?<![a-z\d])(?:sk|pk|rk|gh[oprsu]|github_pat|glpat|pat|xox[a-z]|xapp|npm|hf|shpat|whsec)[-_][\w-]{16,256}/gi,
    isReal: (match) => /\d/.test(match),
  },
  {
    kind: 'token',
    hint: /[AS][A-Z]/i,
    pattern: byItself(
      String.raw`A[KS]IA[A-Z\d]{16}|AIza[\w-]{35}|ya29\.[\w-]{20,512}|SG\.[\w-]{16,64}\.[\w-]{16,128}`,
    ),
  },
  {
    kind: 'secret',
    hint: /[:=]/,
    pattern: new RegExp(
      String.raw`(?<=(?<!\p{L})(?:${NAMES})["']? ?(?:=>|[:=]) ?["']?)[^\s&;,"'<>]{4,256}`,
      'giu',
    ),
  },
  {
    kind: 'secret',
    hint: /pass|pwd?|l[öo]sen/i,
    pattern: new RegExp(
      String.raw`(?<=(?<!\p{L})(?:(?:${PASSWORD})(?: ?[:=])?|pass ?[:=]) (?:(?:is|was|är|var) )?["'“”]?)[^\s"'“”<>]{6,128}`,
      'giu',
    ),
    // "Password is required" and "lösenordet är från 2021-05-03" say nothing secret.
    isReal: (match) => /\p{L}/u.test(match) && /[\d!#$%&*@]/.test(match),
  },
  {
    kind: 'secret',
    hint: /cv[cv]|pin|code|kod/i,
    pattern: new RegExp(
      String.raw`(?<=(?<!\p{L})(?:${CODE})[:= ]{1,2}(?:(?:is|är) )?)\d{3,8}(?!\p{N})`,
      'giu',
    ),
  },
  // In the query of an address.
  {
    kind: 'token',
    hint: /[?&;#]\w{1,20}=/,
    pattern: /(?<=[?&;#](?:code|key|token|ticket|session)=)[^\s&#"'<>]{8,2048}/gi,
    isReal: (match) => /\d/.test(match),
  },
  { kind: 'token', hint: /slack/i, pattern: /(?<=hooks\.slack\.com\/)[\w/]{20,256}/gi },
  // Of an address such as postgres://bot:PASSWORD@host/.
  { kind: 'secret', hint: /:\/\//, pattern: /(?<=:\/\/[^\s/:@]{0,64}:)[^\s/@]{1,256}(?=@)/g },
  // Base64 with its padding; a secret of Entra ID.
  { kind: 'token', hint: /=/, pattern: /(?<![\w+/])[\w+/]{20,}={1,2}(?![\w+/=])/g },
  { kind: 'token', hint: /~/, pattern: /(?<![\w.~-])[\w.-]{3,8}~[\w.~-]{28,64}(?![\w~-])/g },
  {
    kind: 'token',
    hint: /-[\da-f]{4}-/i,
    pattern: byItself(String.raw`[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}`),
  },
  {
    kind: 'token',
    hint: /\d/,
    pattern: /(?<![\w+])[\w+]{32,}/g,
    isReal: (match) => /\d/.test(match) && /[a-z]/i.test(match),
  },
  { kind: 'token', hint: /\d/, pattern: /(?<![\w+/-])[\w+/-]{24,}/g, isReal: isRandom },
  // A key without a colon: as any of them, in letters and digits.
  {
    kind: 'secret',
    hint: /secret|key|token/i,
    pattern: new RegExp(
      String.raw`(?<=(?<!\p{L})(?:${NAMES}) (?:(?:is|är) )?)[\w.~+/-]{12,256}`,
      'giu',
    ),
    isReal: (match) => /\d/.test(match) && /[a-z]/.test(match),
  },
];

/** Two digits at least, and not digits alone. */
function isMixed(match: string): boolean {
  return /\d.*\d/.test(match) && /[A-Z]/i.test(match);
}

/** Letters and digits mixed, of many kinds: "24 GB, 48 GB and 96 GB" are not. */
function isKey(match: string): boolean {
  const letters = new Set(match.toUpperCase().match(/[A-Z]/g));
  return letters.size >= 5 && isMixed(match);
}

/** How often the kind of character changes in what nobody made up of words. */
const LEAST_CHANGES = 0.42;

function isRandom(text: string): boolean {
  const kinds = Array.from(text, kindOf);
  if (!['digit', 'small', 'capital'].every((kind) => kinds.includes(kind))) return false;
  const changes = kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
  return changes / (text.length - 1) >= LEAST_CHANGES;
}

function kindOf(character: string): string {
  if (/\d/.test(character)) return 'digit';
  if (/[a-z]/.test(character)) return 'small';
  return /[A-Z]/.test(character) ? 'capital' : 'mark';
}
