import { z } from 'zod';
import type { ContentFiles } from '../../content/content-files';
import type { Language } from '../../core/language';
import { languageWordsSchema, type LanguageWords } from '../language-detection/language-words';
import { messageWordsSchema, type MessageWords } from '../segmentation/message-words';

/** The words by which one language is understood. */
export interface LanguageWordLists {
  readonly language: LanguageWords;
  readonly message: MessageWords;
}

/** All words that understanding reads from `locales/` and `dialogs/`. */
export interface WordLists {
  readonly languages: ReadonlyMap<Language, LanguageWordLists>;
  /** Words of the trade and names of products, which belong to no language. */
  readonly borrowedWords: ReadonlySet<string>;
  /** A sample of text by language, of languages that are told from ours but never answered in. */
  readonly foreignSamples: Readonly<Record<Language, string>>;
}

const entitiesFile = z.looseObject({ borrowedWords: z.array(z.string()) });

/** Reads the word lists; faults are collected in `files`. */
export function loadWordLists(files: ContentFiles): WordLists {
  const languages = new Map<Language, LanguageWordLists>();
  for (const language of files.folders('locales')) {
    const folder = `locales/${language}`;
    const words = files.read(`${folder}/language.json`, languageWordsSchema);
    const message = files.read(`${folder}/understanding/message.json`, messageWordsSchema);
    if (words !== undefined && message !== undefined)
      languages.set(language, { language: words, message });
  }
  const entities = files.read('dialogs/entities.json', entitiesFile);
  return {
    languages,
    borrowedWords: new Set(entities?.borrowedWords),
    foreignSamples:
      files.read('dialogs/foreign-languages.json', z.record(z.string(), z.string())) ?? {},
  };
}
