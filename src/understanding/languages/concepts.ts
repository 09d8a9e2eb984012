import type { Lexicon } from './lexicon';

/** A concept, and the stems of words by which people name it. */
export interface ConceptPhrase {
  readonly stems: readonly string[];
  readonly concept: string;
}

/** A word as it is looked up: its stem, and those of the parts of a compound. */
interface Word {
  readonly stem: string;
  readonly parts: readonly string[];
}

/** A word and the phrases that it begins or, as a compound, holds. */
export interface LookedUpWord extends Word {
  readonly phrases: readonly ConceptPhrase[];
}

/** Finds the concepts of a lexicon in a sequence of stems: words in all their forms, and phrases. */
export class Concepts {
  private readonly byFirst = new Map<string, ConceptPhrase[]>();

  constructor(lexicon: Lexicon, stemsOf: (phrase: string) => readonly string[]) {
    for (const [concept, phrases] of Object.entries(lexicon.concepts)) {
      for (const phrase of phrases) this.add({ stems: stemsOf(phrase), concept });
    }
  }

  private add(phrase: ConceptPhrase): void {
    const [first] = phrase.stems;
    if (first === undefined) return;
    const others = this.byFirst.get(first);
    if (others === undefined) this.byFirst.set(first, [phrase]);
    else others.push(phrase);
  }

  /** The phrases that a word begins or, as a compound, holds: to look up once for each word. */
  phrasesOf({ stem, parts }: Word): readonly ConceptPhrase[] {
    const ofParts = parts.flatMap((part) => this.byFirst.get(part) ?? []);
    return [
      ...(this.byFirst.get(stem) ?? []),
      ...ofParts
        .filter(({ stems }) => stems.length === 1)
        .map(({ concept }) => ({ stems: [], concept })),
    ];
  }

  /** The concepts that an utterance mentions, in that order. */
  find(words: readonly LookedUpWord[]): readonly string[] {
    const found = new Set<string>();
    words.forEach(({ phrases }, at) => {
      for (const { stems, concept } of phrases) {
        if (stems.every((wanted, i) => words[at + i]?.stem === wanted)) found.add(concept);
      }
    });
    return [...found];
  }
}
