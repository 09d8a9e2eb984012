import type { Lexicon } from './lexicon';

interface Phrase {
  readonly stems: readonly string[];
  readonly concept: string;
}

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

  /** Adds to `found` the concepts of words and phrases that start at `at`. */
  collect(stems: readonly string[], at: number, found: Set<string>): void {
    for (const { stems: wanted, concept } of this.byFirst.get(stems[at] ?? '') ?? []) {
      if (wanted.every((stem, i) => stems[at + i] === stem)) found.add(concept);
    }
  }
}
