import { isIPv4, isIPv6 } from 'node:net';
import { hasLuhnCheck } from './luhn';

/** One kind of private detail: how it looks, and whether what looks like it is it. */
export interface PrivateDetail {
  /** What stands in the text instead, in brackets. */
  readonly kind: string;
  /** Bounded repetitions only, so that any text is searched in linear time. */
  readonly pattern: RegExp;
  readonly isReal?: (match: string) => boolean;
}

const START = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;

function bounded(source: string, flags = 'gu'): RegExp {
  return new RegExp(`${START}(?:${source})${END}`, flags);
}

/** Every kind in the order in which they are looked for: what holds digits of others first. */
export const PRIVATE_DETAILS: readonly PrivateDetail[] = [
  {
    kind: 'product-key',
    pattern: bounded(String.raw`[A-Z\d]{5}(?:[-‐‑–— ]?[A-Z\d]{5}){4}`, 'giu'),
    isReal: (match) => /[-‐‑–—]/.test(match) || (match.match(/\d/g) ?? []).length >= 2,
  },
  { kind: 'token', pattern: /(?<![\w-])eyJ[\w-]{8,4096}(?:\.[\w-]{0,4096}){1,4}/g },
  { kind: 'token', pattern: /(?<=\bBearer )[\w.~+/=-]{8,4096}/gi },
  { kind: 'token', pattern: /(?<![\w-])(?:sk|pk|ghp|gho|pat|xox[abp])[-_][\w-]{16,256}/g },
  // What is said to be a password, and what addresses carry as a signature or key.
  {
    kind: 'secret',
    pattern:
      /(?<=(?<![\p{L}\p{N}])(?:password|passwd|pwd|lösenord(?:et)?|passphrase|client[ _-]?secret|api[ _-]?key|account[ _-]?key|access[ _-]?token|sig|secret) ?[:=] ?)[^\s&;,"'<>]{4,256}/giu,
  },
  // Base64 with its padding; a secret of Entra ID.
  { kind: 'token', pattern: /(?<![\w+/=])[\w+/]{20,4096}={1,2}(?![\w+/=])/g },
  { kind: 'token', pattern: /(?<![\w.~-])[\w.-]{3,8}~[\w.~-]{28,64}(?![\w~-])/g },
  {
    kind: 'token',
    pattern: /(?<![\w-])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\w-])/gi,
  },
  {
    kind: 'token',
    pattern: /(?<![\w+=])[\w+=]{32,4096}(?![\w+=])/g,
    isReal: (match) => /\d/.test(match) && /[a-z]/i.test(match),
  },
  {
    kind: 'e-mail',
    pattern:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/gu,
  },
  {
    kind: 'ip-address',
    pattern: /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/g,
    isReal: isIPv4,
  },
  {
    kind: 'ip-address',
    pattern: /(?<![\w:.])[\da-f:]{3,39}(?![\w:])/gi,
    isReal: isIPv6,
  },
  {
    kind: 'card',
    pattern: bounded(
      String.raw`\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}|3[47]\d{2}[ -]?\d{6}[ -]?\d{5}`,
    ),
    isReal: (match) => hasLuhnCheck(digitsOf(match)),
  },
  {
    kind: 'personal-number',
    pattern: bounded(String.raw`(?:\d{2})?\d{6}[-+ ]?\d{4}`),
    isReal: isPersonalNumber,
  },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}.,])(?:\+|00)\d(?:[ ()./-]{0,3}\d){6,13}(?![\p{L}\p{N}])/gu,
  },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}.,-])0\d{1,3}[ /-]{0,3}\d(?:[ -]?\d){4,8}(?![\p{L}\p{N}-])/gu,
    isReal: (match) => !/^\d{1,2}[-/ ]\d{1,2}[-/ ]\d{2,4}$/.test(match),
  },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}.,-])(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\p{L}\p{N}-])/gu,
  },
];

/** A Swedish personnummer or samordningsnummer (day plus 60), with or without century. */
function isPersonalNumber(match: string): boolean {
  const digits = digitsOf(match).slice(-10);
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6)) % 60;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hasLuhnCheck(digits);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
