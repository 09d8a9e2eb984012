import type { MessageWords } from '../segmentation/message-words';

/** Of whom a text says that they do something: people such as the one who writes, or the bot. */
export type Subject = 'people' | 'bot';

/** Makes the reader of the subject that some words name last; undefined where they name none. */
export function createSubjectReader(
  lists: readonly MessageWords[],
): (words: readonly string[]) => Subject | undefined {
  const subjects = new Map<string, Subject>();
  for (const { ownSubjects, orders } of lists) {
    for (const word of orders.addressees) subjects.set(word, 'bot');
    for (const word of ownSubjects) subjects.set(word, 'people');
  }
  return (words) => {
    const last = words.findLast((word) => subjects.has(word));
    return last === undefined ? undefined : subjects.get(last);
  };
}
