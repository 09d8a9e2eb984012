import type { Language } from '../../core/language';
import { remember } from '../../core/remember';
import { splitCompound, type CompoundRules } from './compounds';
import type { LanguageKnowledge } from './language-knowledge';
import { Concepts, type LookedUpWord } from './concepts';
import { foldDiacritics } from './fold-diacritics';
import type { LanguageProfile } from './language-profile';
import { profiles } from './profiles';
import { Spelling } from './spelling';
import { tokenize } from './tokenize';

/** One word of an utterance, as the features see it. */
export interface AnalyzedWord {
  /** In lower case, without diacritics, slips repaired. */
  readonly form: string;
  readonly stem: string;
  /** Stems of the parts of a compound. */
  readonly parts: readonly string[];
}

type KnownWord = AnalyzedWord & LookedUpWord;

/** An utterance as the features see it. */
export interface AnalyzedUtterance {
  readonly words: readonly AnalyzedWord[];
  /** Concepts of the lexicon that it mentions, in that order. */
  readonly concepts: readonly string[];
}

/** More words than that say nothing new about one question. */
const LONGEST_UTTERANCE = 250;
const REMEMBERED_WORDS = 20_000;
/** In so many utterances a word must stand to be taken for a repair, or for a part of a compound. */
const REPAIRED = 3;
const PART = 3;

/** Analyzes the utterances of one language. Remembers words, as stemming and repairing are slow. */
export class Analyzer {
  private readonly profile: LanguageProfile;
  private readonly spelling: Spelling;
  private readonly concepts: Concepts;
  private readonly spellings: ReadonlyMap<string, readonly string[]>;
  private readonly compounds: CompoundRules;
  private readonly wordsOf = remember<readonly KnownWord[]>(
    (token) =>
      this.analyzeToken(token).map((word) => ({ ...word, phrases: this.concepts.phrasesOf(word) })),
    { limit: REMEMBERED_WORDS },
  );

  /** `isKnown` tells the words of all languages: they are no slips. */
  constructor(
    language: Language,
    { lexicon, words }: LanguageKnowledge,
    private readonly isKnown: (word: string) => boolean,
  ) {
    this.profile = profiles[language] ?? { language, stem: foldDiacritics, compoundLinks: [] };
    this.spelling = new Spelling(words, REPAIRED);
    const parts = new Set([
      ...lexicon.compoundParts.map(foldDiacritics),
      ...[...words].filter(([, count]) => count >= PART).map(([word]) => word),
    ]);
    const stems = new Set(lexicon.compoundParts.map((part) => this.profile.stem(part)));
    this.compounds = {
      isFirst: (word) => parts.has(word),
      isLast: (word) => parts.has(word) || stems.has(this.profile.stem(word)),
      links: this.profile.compoundLinks,
    };
    this.spellings = new Map(
      Object.entries(lexicon.spellings).map(([typed, meant]) => [
        foldDiacritics(typed),
        tokenize(meant, LONGEST_UTTERANCE),
      ]),
    );
    this.concepts = new Concepts(lexicon, (phrase) =>
      tokenize(phrase, LONGEST_UTTERANCE)
        .flatMap((token) => this.analyzeToken(token))
        .map(({ stem }) => stem),
    );
  }

  analyze(text: string): AnalyzedUtterance {
    const words: KnownWord[] = [];
    for (const token of tokenize(text, LONGEST_UTTERANCE)) words.push(...this.wordsOf(token));
    return { words, concepts: this.concepts.find(words) };
  }

  private analyzeToken(token: string): readonly AnalyzedWord[] {
    const form = foldDiacritics(token);
    const spelled = this.spellings.get(form);
    if (spelled !== undefined) return spelled.map((word) => this.analyzeWord(word));
    if (/^\d+$/.test(form))
      return [{ form, stem: '#'.repeat(Math.min(form.length, 3)), parts: [] }];
    return [this.analyzeWord(this.meant(token, form))];
  }

  /** The word itself when it is known, else the known word that it is a slip of. */
  private meant(token: string, form: string): string {
    return this.isKnown(form) ? token : (this.spelling.repair(form) ?? token);
  }

  private analyzeWord(word: string): AnalyzedWord {
    const form = foldDiacritics(word);
    const parts = splitCompound(form, this.compounds) ?? [];
    return {
      form,
      stem: this.profile.stem(word),
      parts: parts.map((part) => this.profile.stem(part)),
    };
  }
}
