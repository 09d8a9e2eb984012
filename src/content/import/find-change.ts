import type { Language } from '../../core/language';
import type { ArticleQuestion } from './article';
import { fingerprintOf, hashOf, sentencesOf, type Fingerprint } from './source-record';

/** What differs between a question of the article and the source that an entry was written from. */
export interface SourceChange {
  /** Languages in which the question is put in other words. */
  readonly reworded: readonly Language[];
  /** Sentences that the answer didn't have, by language. */
  readonly added: ReadonlyMap<Language, readonly string[]>;
  /** Number of sentences that the answer no longer has, by language. */
  readonly removed: ReadonlyMap<Language, number>;
  readonly addedLinks: readonly string[];
  readonly removedLinks: readonly string[];
}

/** Compares a question with its record in the languages that both have; undefined when nothing differs. */
export function findChange(
  question: ArticleQuestion,
  known: Fingerprint,
): SourceChange | undefined {
  const now = fingerprintOf(question);
  const languages = [...question.question.keys()].filter(
    (key) => known.question[key] !== undefined,
  );
  const change: SourceChange = {
    reworded: languages.filter((key) => now.question[key] !== known.question[key]),
    added: perLanguage(languages, (language) => {
      const before = new Set(known.answer[language]);
      const sentences = question.answer.flatMap(({ text }) =>
        sentencesOf(text.get(language) ?? '', language),
      );
      return sentences.filter((sentence) => !before.has(hashOf(sentence)));
    }),
    removed: perLanguage(languages, (language) => {
      const after = new Set(now.answer[language]);
      return (known.answer[language] ?? []).filter((hash) => !after.has(hash)).length;
    }),
    addedLinks: now.links.filter((link) => !known.links.includes(link)),
    removedLinks: known.links.filter((link) => !now.links.includes(link)),
  };
  return isNothing(change) ? undefined : change;
}

function perLanguage<T>(
  languages: readonly Language[],
  find: (language: Language) => T,
): ReadonlyMap<Language, T> {
  return new Map(languages.map((language) => [language, find(language)]));
}

function isNothing({ reworded, added, removed, addedLinks, removedLinks }: SourceChange): boolean {
  return (
    reworded.length + addedLinks.length + removedLinks.length === 0 &&
    [...added.values()].every((sentences) => sentences.length === 0) &&
    [...removed.values()].every((count) => count === 0)
  );
}
