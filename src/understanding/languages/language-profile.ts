import type { Language } from '../../core/language';

/** Rules of a language; its words live in `locales/<language>/lexicon.json`. */
export interface LanguageProfile {
  readonly language: Language;
  /** Base form of a lower-case word, without diacritics. */
  readonly stem: (word: string) => string;
  /** Whether words are written together into new ones, and what may stand between them. */
  readonly compoundLinks: readonly string[];
}
