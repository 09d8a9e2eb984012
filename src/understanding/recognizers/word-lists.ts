import { z } from 'zod';
import type { ContentFiles } from '../../content/content-files';
import type { Language } from '../../core/language';
import {
  entityCatalogueSchema,
  entityWordsSchema,
  type EntityCatalogue,
  type EntityWords,
} from '../entities/entity-words';
import { antecedentsSchema, type Antecedents } from '../follow-ups/antecedents';
import { foreignWordsSchema, type ForeignWords } from '../language-detection/foreign-gloss';
import { languageWordsSchema, type LanguageWords } from '../language-detection/language-words';
import { messageWordsSchema, type MessageWords } from '../segmentation/message-words';

/** The words by which one language is understood. */
export interface LanguageWordLists {
  readonly language: LanguageWords;
  readonly message: MessageWords;
  readonly entities: EntityWords;
  readonly antecedents: Antecedents;
}

/** All words that understanding reads from `locales/` and `dialogs/`. */
export interface WordLists {
  readonly languages: ReadonlyMap<Language, LanguageWordLists>;
  readonly entities: EntityCatalogue;
  /** A sample of text by language, of languages that are told from ours but never answered in. */
  readonly foreignSamples: Readonly<Record<Language, string>>;
  /** What words of those languages mean. */
  readonly foreignWords: ForeignWords;
}

const NO_FOREIGN_WORDS: ForeignWords = { language: '', words: {} };
const NO_ENTITIES: EntityCatalogue = {
  ...{ products: [], memberships: [], subjects: [], names: {}, periods: {}, borrowedWords: [] },
};

/** Reads the word lists; faults are collected in `files`. */
export function loadWordLists(files: ContentFiles): WordLists {
  const languages = new Map<Language, LanguageWordLists>();
  for (const language of files.folders('locales')) {
    const folder = `locales/${language}`;
    const words = files.read(`${folder}/language.json`, languageWordsSchema);
    const message = files.read(`${folder}/understanding/message.json`, messageWordsSchema);
    const entities = files.read(`${folder}/understanding/entities.json`, entityWordsSchema);
    const antecedents = files.read(`${folder}/understanding/antecedents.json`, antecedentsSchema);
    if (words && message && entities && antecedents)
      languages.set(language, { language: words, message, entities, antecedents });
  }
  return {
    languages,
    entities: files.read('dialogs/entities.json', entityCatalogueSchema) ?? NO_ENTITIES,
    foreignSamples:
      files.read('dialogs/foreign-languages.json', z.record(z.string(), z.string())) ?? {},
    foreignWords: files.read('dialogs/foreign-words.json', foreignWordsSchema) ?? NO_FOREIGN_WORDS,
  };
}
