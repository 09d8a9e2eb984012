import type { Entity } from '../core/recognition';
import type { Wording } from './wording';

/** "Contoso's", "Contosos": a capitalized word in the genitive; in English with its apostrophe. */
const GENITIVE = /(?<=[\p{Ll},:;.!?]\s{1,9})\p{Lu}[\p{L}\d&-]*(?:['’]s|s)(?=\s)/gu;
/** "contosos", as a name is typed in a hurry: only a wish to be shown something makes it one. */
const HASTY_GENITIVE = /(?<=^|\s)\p{Ll}[\p{L}\d&-]{2,40}(?:['’]s|s)(?=\s)/gu;
/** "Fabrikam Ltd": up to four capitalized words before the short form of a kind of company. */
const COMPANY =
  /(?<![\p{L}\d&-])(?:\p{Lu}[\p{L}\d&-]{0,40}\s{1,9}){1,4}(?:AB|ApS|AS|Oy|Ltd|LLC|Inc|Corp|GmbH|plc)\b/gu;
/** A partner's own number: whoever gives one means a particular company. */
const PARTNER_ID = /\bMPN[\s-]*ID\b\D{0,12}\d{5,8}\b/i;

/** Names that are looked at: a message full of them asks nothing of one. */
const MOST_NAMES = 20;
/** Characters behind a name that its next two words stand in. */
const NEXT_WORDS_LENGTH = 80;

/** What a message says of companies. */
interface Naming {
  /** The person's own company; empty where it isn't known. */
  readonly company: string;
  readonly entities: readonly Entity[];
  readonly wording: Wording;
}

/**
 * Whether a person asks for the account of another company than their own: by name, by partner id, or in so many
 * words ("a customer's", "ett annat företag"). Names of products and of the own company don't count.
 */
export function namesOtherCompany(text: string, naming: Naming): boolean {
  if (naming.wording.hasCue('otherCompany', text) || PARTNER_ID.test(text)) return true;
  return [...text.matchAll(COMPANY), ...text.matchAll(GENITIVE)].some((found) =>
    isStranger(found, naming),
  );
}

/** Whether a message is about what another company has, word for word: "Contoso's product keys", "visa contosos nycklar". */
export function asksForHoldings(text: string, naming: Naming): boolean {
  const { wording } = naming;
  const hasty = [...text.matchAll(HASTY_GENITIVE)]
    .slice(0, MOST_NAMES)
    .filter(
      ({ 0: name, index }) =>
        wording.hasCue('show', text.slice(0, index)) && !wording.isCue('ownCompany', name),
    );
  const named = [...text.matchAll(GENITIVE)].slice(0, MOST_NAMES);
  return [...named, ...hasty].some((found) => {
    const end = found.index + found[0].length;
    const next = text
      .slice(end, end + NEXT_WORDS_LENGTH)
      .trim()
      .split(/\s+/)
      .slice(0, 2);
    return wording.hasCue('holdings', next.join(' ')) && isStranger(found, naming);
  });
}

function isStranger({ 0: name, index }: RegExpExecArray, { company, entities }: Naming): boolean {
  const isProduct = entities.some(({ start, end }) => start < index + name.length && index < end);
  const stem = name.toLowerCase().replace(/['’]?s$/, '');
  return !isProduct && !company.toLowerCase().includes(stem) && !KNOWN_NAMES.has(stem);
}

/** Capitalized words of the trade that are no company a person could ask about. */
const KNOWN_NAMES = new Set([
  'microsoft',
  'window',
  'office',
  'team',
  'azure',
  'partner center',
  'action pack',
]);
