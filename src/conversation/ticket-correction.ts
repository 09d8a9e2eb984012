import { fold } from '../content/fold';
import type { TicketField } from './ticket-form';
import type { TicketWords } from './ticket-words';

/** A part of the ticket that shall change, and to what; empty when that isn't said yet. */
export interface TicketCorrection {
  readonly field: TicketField;
  readonly value: string;
}

const FIELDS: readonly TicketField[] = ['subject', 'details', 'email'];
/** "No, could you please change …": how many words may come before the verb. */
const MOST_LEADING_WORDS = 4;

/** Reads "change the subject to …", "nej, byt mejl till …"; undefined when a text says no such thing. */
export function readCorrection(text: string, words: TicketWords): TicketCorrection | undefined {
  const tokens = text.trim().split(/\s+/);
  const verb = tokens
    .slice(0, MOST_LEADING_WORDS + 1)
    .findIndex((token) => words.changeVerbs.includes(fold(token)));
  if (verb < 0) return undefined;
  const rest = tokens.slice(verb + 1).join(' ');
  const field = FIELDS.find((name) => words[name].some((word) => startsWith(fold(rest), word)));
  return field && { field, value: valueIn(rest, words.toWords) };
}

/** Not counting an article or a possessive before it. */
function startsWith(text: string, word: string): boolean {
  const bare = text.replace(/^(?:the|my|min|mitt|mina|den|det) /, '');
  return [text, bare].some((start) => start === word || start.startsWith(`${word} `));
}

function valueIn(text: string, toWords: readonly string[]): string {
  const separator = new RegExp(String.raw`:\s|\s(?:${toWords.join('|')})[\s:]`, 'iu');
  const found = separator.exec(text);
  const value = found === null ? '' : text.slice(found.index + found[0].length);
  return value.trim().replace(/^["“”]|["“”]$/g, '');
}
