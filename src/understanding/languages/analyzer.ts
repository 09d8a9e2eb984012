import type { Language } from '../../core/language';
import { foldDiacritics } from './fold-diacritics';
import type { Lexicon } from './lexicon';
import { profiles } from './profiles';
import { tokenize } from './tokenize';

/** One word of an utterance, as the features see it. */
export interface AnalyzedWord {
  /** Lower case, without diacritics. */
  readonly form: string;
  readonly stem: string;
  /** Concepts of the lexicon, parts of a compound, kind of number. */
  readonly traits: readonly string[];
}

export type Analyzer = (text: string) => readonly AnalyzedWord[];

/** More words than that say nothing new about one question. */
const LONGEST_UTTERANCE = 250;
const REMEMBERED_WORDS = 20_000;

/** Makes the analyzer of a language: words with stems and traits. Remembers words, as stemming is slow. */
export function createAnalyzer(language: Language, _lexicon: Lexicon): Analyzer {
  const stem = profiles[language]?.stem ?? foldDiacritics;
  const remembered = new Map<string, AnalyzedWord>();
  const analyzeWord = (token: string): AnalyzedWord => {
    const known = remembered.get(token);
    if (known !== undefined) return known;
    const number = /^\d+$/.test(token) ? '#'.repeat(Math.min(token.length, 3)) : undefined;
    const word: AnalyzedWord = {
      form: foldDiacritics(token),
      stem: number ?? stem(token),
      traits: [],
    };
    if (remembered.size >= REMEMBERED_WORDS) remembered.clear();
    remembered.set(token, word);
    return word;
  };
  return (text) => tokenize(text, LONGEST_UTTERANCE).map(analyzeWord);
}
