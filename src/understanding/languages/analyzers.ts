import type { Language } from '../../core/language';
import { Analyzer, type AnalyzedUtterance } from './analyzer';
import type { LanguageKnowledge } from './language-knowledge';
import { EMPTY_LEXICON } from './lexicon';

/** Analyzes utterances of several languages; each leaves the words of the others as they are. */
export class Analyzers {
  private readonly analyzers: ReadonlyMap<Language, Analyzer>;
  private readonly stranger: Analyzer;

  constructor(knowledge: ReadonlyMap<Language, LanguageKnowledge>) {
    const lists = [...knowledge.values()].map(({ words }) => words);
    const isKnown = (word: string): boolean => lists.some((words) => words.has(word));
    this.analyzers = new Map(
      [...knowledge].map(([language, own]) => [language, new Analyzer(language, own, isKnown)]),
    );
    this.stranger = new Analyzer('und', { lexicon: EMPTY_LEXICON, words: new Map() }, isKnown);
  }

  analyze(text: string, language: Language): AnalyzedUtterance {
    return (this.analyzers.get(language) ?? this.stranger).analyze(text);
  }
}
