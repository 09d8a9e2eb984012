import type { Lexicon } from './lexicon';

interface Phrase {
  readonly stems: readonly string[];
  readonly concept: string;
}

/** A word as it is looked up: its stem, and those of the parts of a compound. */
interface Word {
  readonly stem: string;
  readonly parts: readonly string[];
}

const NONE: readonly Phrase[] = [];

/** Finds the concepts of a lexicon in a sequence of stems: words in all their forms, and phrases. */
export class Concepts {
  private readonly byFirst = new Map<string, Phrase[]>();

  constructor(lexicon: Lexicon, stemsOf: (phrase: string) => readonly string[]) {
    for (const [concept, phrases] of Object.entries(lexicon.concepts)) {
      for (const phrase of phrases) this.add({ stems: stemsOf(phrase), concept });
    }
  }

  private add(phrase: Phrase): void {
    const [first] = phrase.stems;
    if (first === undefined) return;
    const others = this.byFirst.get(first);
    if (others === undefined) this.byFirst.set(first, [phrase]);
    else others.push(phrase);
  }

  /** The concepts that an utterance mentions, in that order. */
  find(words: readonly Word[]): readonly string[] {
    const found = new Set<string>();
    words.forEach(({ stem, parts }, at) => {
      for (const { stems, concept } of this.byFirst.get(stem) ?? NONE) {
        if (stems.every((wanted, i) => words[at + i]?.stem === wanted)) found.add(concept);
      }
      for (const part of parts) {
        for (const { stems, concept } of this.byFirst.get(part) ?? NONE)
          if (stems.length === 1) found.add(concept);
      }
    });
    return [...found];
  }
}
