import type { TurnContext } from 'botbuilder';
import type { Account } from '../core/account';

const UNRECORDED = Symbol('unrecorded');
const MASK = '•••••';

/** What of product keys is shown of an account: people may read it, records may not. */
export function keyEndings({ productKeys }: Account): readonly string[] {
  return productKeys.access === 'granted' ? productKeys.items.map(({ ending }) => ending) : [];
}

/** Keeps words out of whatever is recorded of a turn. */
export function keepUnrecorded(context: TurnContext, words: readonly string[]): void {
  context.turnState.set(UNRECORDED, words);
}

/** A text of a turn as it may be recorded. */
export function recordable(context: TurnContext, text: string): string {
  return mask(text, context.turnState.get<readonly string[] | undefined>(UNRECORDED) ?? []);
}

/** A text with some words made unreadable. */
export function mask(text: string, words: readonly string[]): string {
  return words.reduce((masked, word) => masked.replaceAll(word, MASK), text);
}
