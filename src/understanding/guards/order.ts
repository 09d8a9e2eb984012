import { wordsOf } from '../language-detection/words-of';
import type { MessageWords } from '../segmentation/message-words';
import { createSubjectReader } from './subject';
import { createPatternTest } from './word-pattern';

/** What ends a clause. */
const CLAUSE_END = /[.!?;:,\n]+/;

/**
 * Makes the test whether a text tells the bot to do what it mustn't: "generate a product key", "can you write me one".
 * The same words in a question about the person's own doing are honest: "how do we generate a key?" `words` are those of the text.
 */
export function createOrderTest(
  lists: readonly MessageWords[],
): (text: string, words: readonly string[]) => boolean {
  const of = (list: (orders: MessageWords['orders']) => readonly string[]) =>
    new Set(lists.flatMap(({ orders }) => list(orders)));
  const leadIns = of((orders) => orders.leadIns);
  const subjectOf = createSubjectReader(lists);
  const isForbidden = createPatternTest(
    lists.flatMap(({ orders }) => orders.forbidden),
    of((orders) => orders.breakers),
  );

  const isToldTo = (before: readonly string[]): boolean =>
    subjectOf(before) !== 'people' &&
    before.every((word) => leadIns.has(word) || subjectOf([word]) !== undefined);
  const isOrder = (words: readonly string[]): boolean =>
    words.some((_, at) => isForbidden(words, at) && isToldTo(words.slice(0, at)));
  return (text, words) =>
    words.some((_, at) => isForbidden(words, at)) &&
    text.split(CLAUSE_END).some((clause) => isOrder(wordsOf(clause)));
}
