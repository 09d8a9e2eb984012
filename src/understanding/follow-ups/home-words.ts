import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Language } from '../../core/language';
import { remember } from '../../core/remember';
import { foldDiacritics } from '../languages/fold-diacritics';
import { profiles } from '../languages/profiles';
import { tokenize } from '../languages/tokenize';
import { obtainFile } from '../obtain-file';

/** So often a word must stand in the utterances to belong to the domain. */
const LEAST_COUNT = 4;
const MAX_WORDS = 100;
const REMEMBERED_WORDS = 5000;
/** Raise when words are told otherwise, so that a stored file is made anew. */
const ENGINE = 1;

/** Counts the words of a text, but for `empty` ones, that questions in scope are not made of. */
export type StrangerCount = (text: string, language: Language) => number;

/** Stems of the domain's words, by language. */
type HomeWords = Readonly<Record<Language, readonly string[]>>;

const fileSchema = z.object({
  version: z.string(),
  words: z.record(z.string(), z.array(z.string())),
});

/**
 * Makes the count from the training utterances in scope of each language. What is learnt of them is kept in `file`, as
 * stemming every word takes a quarter of a second.
 */
export function createStrangerCount(
  utterances: ReadonlyMap<Language, readonly string[]>,
  empty: Iterable<string>,
  file?: string,
): StrangerCount {
  const emptyWords = new Set([...empty].map(foldDiacritics));
  const words = file === undefined ? learnHomeWords(utterances) : obtainWords(utterances, file);
  const strangerTestIn = (language: Language) => {
    const home = new Set(words[language]);
    return remember(
      (word) =>
        /\p{L}/u.test(word) &&
        !emptyWords.has(foldDiacritics(word)) &&
        !home.has(stemOf(word, language)),
      { limit: REMEMBERED_WORDS },
    );
  };
  const tests = new Map(Object.keys(words).map((language) => [language, strangerTestIn(language)]));
  return (text, language) =>
    tokenize(text, MAX_WORDS).filter(tests.get(language) ?? strangerTestIn(language)).length;
}

function obtainWords(
  utterances: ReadonlyMap<Language, readonly string[]>,
  file: string,
): HomeWords {
  const version = createHash('sha256')
    .update(JSON.stringify([ENGINE, ...utterances]))
    .digest('hex');
  return obtainFile(file, {
    make: () => learnHomeWords(utterances),
    encode: (words) => Buffer.from(JSON.stringify({ version, words })),
    decode: (bytes) => {
      const kept = fileSchema.parse(JSON.parse(bytes.toString()));
      return kept.version === version ? kept.words : undefined;
    },
  });
}

function learnHomeWords(utterances: ReadonlyMap<Language, readonly string[]>): HomeWords {
  return Object.fromEntries(
    [...utterances].map(([language, lines]) => [language, commonStems(lines, language)]),
  );
}

function commonStems(lines: readonly string[], language: Language): readonly string[] {
  const words = new Map<string, number>();
  for (const word of lines.flatMap((line) => tokenize(line, MAX_WORDS)))
    words.set(word, (words.get(word) ?? 0) + 1);
  const stems = new Map<string, number>();
  for (const [word, count] of words) {
    const stem = stemOf(word, language);
    stems.set(stem, (stems.get(stem) ?? 0) + count);
  }
  return [...stems].filter(([, count]) => count >= LEAST_COUNT).map(([stem]) => stem);
}

function stemOf(word: string, language: Language): string {
  return profiles[language]?.stem(word) ?? foldDiacritics(word);
}
