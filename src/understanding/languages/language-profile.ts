import type { Language } from '../../core/language';

/** What the classifier must know about a language; its words live in `locales/<language>/lexicon.json`. */
export interface LanguageProfile {
  readonly language: Language;
  /** Base form of a lower-case word, the same for all its inflections as far as rules reach. */
  stem(word: string): string;
}
