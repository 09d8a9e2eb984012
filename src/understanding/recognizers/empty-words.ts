import type { LanguageWordLists } from './word-lists';

/** Words that say nothing of what a message is about: of all languages, as people mix them. */
export function emptyWords(lists: readonly LanguageWordLists[]): ReadonlySet<string> {
  return new Set(
    lists.flatMap(({ language, message }) => [
      ...language.functionWords,
      ...message.pointers,
      ...message.questionStarts,
      ...message.followUpOpeners,
      ...message.correctionOpeners,
    ]),
  );
}
