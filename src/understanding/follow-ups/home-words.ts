import type { Language } from '../../core/language';
import { foldDiacritics } from '../languages/fold-diacritics';
import { profiles } from '../languages/profiles';
import { tokenize } from '../languages/tokenize';

/** So often a word must stand in the utterances to belong to the domain. */
const LEAST_COUNT = 4;
const MAX_WORDS = 100;

/** Tells whether all words of a text, but for `empty` ones, are such as questions in scope are made of. */
export type HomeTest = (text: string, language: Language) => boolean;

/** Makes the test from the training utterances in scope of each language. */
export function createHomeTest(
  utterances: ReadonlyMap<Language, readonly string[]>,
  empty: Iterable<string>,
): HomeTest {
  const emptyWords = new Set([...empty].map(foldDiacritics));
  const home = new Map(
    [...utterances].map(([language, lines]) => [language, countStems(lines, language)]),
  );
  return (text, language) =>
    tokenize(text, MAX_WORDS)
      .filter((word) => /\p{L}/u.test(word) && !emptyWords.has(foldDiacritics(word)))
      .every((word) => (home.get(language)?.get(stemOf(word, language)) ?? 0) >= LEAST_COUNT);
}

function countStems(lines: readonly string[], language: Language): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const word of lines.flatMap((line) => tokenize(line, MAX_WORDS)))
    words.set(word, (words.get(word) ?? 0) + 1);
  const stems = new Map<string, number>();
  for (const [word, count] of words) {
    const stem = stemOf(word, language);
    stems.set(stem, (stems.get(stem) ?? 0) + count);
  }
  return stems;
}

function stemOf(word: string, language: Language): string {
  return profiles[language]?.stem(word) ?? foldDiacritics(word);
}
