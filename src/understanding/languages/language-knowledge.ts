import type { Lexicon } from './lexicon';
import type { WordList } from './word-list';

/** What is known of a language: its lexicon and the words of its training utterances. */
export interface LanguageKnowledge {
  readonly lexicon: Lexicon;
  readonly words: WordList;
}
