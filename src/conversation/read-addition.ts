import { fold } from '../content/fold';
import { ticketNumberIn } from '../core/ticket';
import type { TicketWords } from './ticket-words';

/** What a person wants to add to a ticket that they have sent. */
export interface AdditionWish {
  /** Undefined where they don't say to which. */
  readonly number: number | undefined;
  /** Empty where they don't say what yet. */
  readonly text: string;
}

type AdditionWords = Pick<
  TicketWords,
  'addLeads' | 'addVerbs' | 'addTo' | 'own' | 'linking' | 'ticket' | 'desk'
>;

const NUMBER = /^(?:t ?-? ?|#)\d{4,9}/iu;
/** "T-1042: …" says what to do without a verb. */
const BY_NUMBER = /^\s*((?:t ?-? ?|#)\d{4,9})\s*(?::|\s[-–—]\s)\s*(\S[^]*)$/iu;
const SEPARATOR = /^[\s:,.–—-]+/u;

/**
 * Reads "add to my ticket: …", "svara på T-1042", "lägg till att … i ärendet", "T-1042: …"; undefined when a text says no
 * such thing. A question is none, unless what to add follows it.
 */
export function readAddition(text: string, words: AdditionWords): AdditionWish | undefined {
  const [, name, said = ''] = BY_NUMBER.exec(text) ?? [];
  if (name !== undefined && !said.trim().endsWith('?'))
    return { number: ticketNumberIn(name), text: said.trim() };
  const tokens = text.trim().split(/\s+/);
  const start = tokens.findIndex((token) => !words.addLeads.includes(fold(token)));
  if (start < 0) return undefined;
  const rest = tokens.slice(start);
  return atStart(rest, words) ?? atEnd(rest, words);
}

/** "Add to my ticket T-1042 that …". */
function atStart(tokens: readonly string[], words: AdditionWords): AdditionWish | undefined {
  const verb = longestAtStart(words.addTo, tokens);
  if (verb === undefined) return undefined;
  const named = tokens.slice(lengthOf(verb));
  const count = ticketTokens(named, words);
  if (count === 0) return undefined;
  const number = ticketNumberIn(named.slice(0, count).join(' '));
  return { number, text: bare(named.slice(count).join(' '), words) };
}

/** "Add that … to my ticket". */
function atEnd(tokens: readonly string[], words: AdditionWords): AdditionWish | undefined {
  const verb = longestAtStart(words.addVerbs, tokens);
  if (verb === undefined) return undefined;
  const from = lengthOf(verb);
  for (let at = from + 1; at < tokens.length - 1; at++) {
    const named = tokens.slice(at + 1);
    const isTo = words.addTo.some((phrase) => phrase === `${verb} ${fold(tokens[at] ?? '')}`);
    if (!isTo || ticketTokens(named, words) !== named.length) continue;
    const text = bare(tokens.slice(from, at).join(' '), words);
    return { number: ticketNumberIn(named.join(' ')), text };
  }
  return undefined;
}

/** How many tokens at the start name a ticket: "my ticket", "the open case T-1042", "#1042"; 0 for none. */
function ticketTokens(tokens: readonly string[], words: AdditionWords): number {
  let count = 0;
  let isNamed = false;
  for (const token of tokens) {
    const isName = [...words.ticket, ...words.desk].includes(fold(token)) || NUMBER.test(token);
    if (!isName && (isNamed || !words.own.includes(fold(token)))) break;
    isNamed ||= isName;
    count += 1;
    if (/[:,]$/.test(token)) break;
  }
  return isNamed ? count : 0;
}

/** Without what links it to the ticket's name: a colon, "that". */
function bare(text: string, { linking }: AdditionWords): string {
  const said = text.replace(SEPARATOR, '');
  const [first = ''] = said.split(/\s/);
  const rest = linking.includes(fold(first)) ? said.slice(first.length) : said;
  return /[\p{L}\p{N}]/u.test(rest) ? rest.trim() : '';
}

function startsWith(tokens: readonly string[], phrase: string): boolean {
  return fold(tokens.slice(0, lengthOf(phrase)).join(' ')) === phrase;
}

function lengthOf(phrase: string): number {
  return phrase.split(' ').length;
}

function longestAtStart(phrases: readonly string[], tokens: readonly string[]): string | undefined {
  const said = fold(tokens.join(' '));
  return phrases
    .filter((phrase) => said.startsWith(phrase) && startsWith(tokens, phrase))
    .sort((one, other) => other.length - one.length)[0];
}
