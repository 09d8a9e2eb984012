import { hashStep, hashText } from '../classifier/feature-hash';
import type { WordList } from './word-list';

const SHORTEST_REPAIRED = 4;
/** From this length on, a word one slip away from a known one is most likely that word. */
const LONG = 6;
/** More utterances than any word stands in. */
const COMMONEST = 1e6;
const SEED = 51;

/**
 * Finds the known word that a misspelt one was meant to be: one letter dropped, added, doubled, swapped with its
 * neighbour or replaced. Looks words up by what remains when a letter is left out, so the time depends on the
 * length of the word alone.
 */
export class Spelling {
  private readonly known: readonly string[];
  /** The first place of each remainder's hash; every place has a word that it may be of, and the next place. */
  private readonly firstPlaces = new Map<number, number>();
  private readonly places: Int32Array;
  private readonly nextPlaces: Int32Array;

  /** `words` must hold in `leastCount` utterances or more to be taken for a repair. */
  constructor(
    private readonly words: WordList,
    leastCount: number,
  ) {
    this.known = [...words]
      .filter(([word, count]) => count >= leastCount && isRepairable(word))
      .map(([word]) => word);
    const size = this.known.reduce((sum, { length }) => sum + length + 1, 0);
    this.places = new Int32Array(size);
    this.nextPlaces = new Int32Array(size);
    this.index();
  }

  /** From the last to the first, so that the words of a remainder are found from the first to the last. */
  private index(): void {
    let place = 0;
    for (let number = this.known.length - 1; number >= 0; number--) {
      for (const remainder of remaindersOf(this.known[number] ?? '')) {
        this.places[place] = number;
        this.nextPlaces[place] = this.firstPlaces.get(remainder) ?? -1;
        this.firstPlaces.set(remainder, place++);
      }
    }
  }

  /** The commonest known word one slip away; a short word keeps its first letter and isn't taken for another. */
  repair(word: string): string | undefined {
    if (!isRepairable(word)) return undefined;
    const initial = word.slice(0, 1);
    let best: string | undefined;
    let highest = 0;
    for (const candidate of this.candidates(word)) {
      const keepsInitial = candidate.startsWith(initial);
      const weight = (keepsInitial ? COMMONEST : 0) + (this.words.get(candidate) ?? 0);
      if (weight <= highest || !isOneSlip(word, candidate)) continue;
      if (word.length >= LONG || (keepsInitial && !isReplacement(word, candidate))) {
        [best, highest] = [candidate, weight];
      }
    }
    return best;
  }

  /** Known words that share a remainder with a word, and now and then one that only shares its hash. */
  private *candidates(word: string): Generator<string> {
    for (const remainder of remaindersOf(word)) {
      let place = this.firstPlaces.get(remainder) ?? -1;
      for (; place >= 0; place = this.nextPlaces[place] ?? -1)
        yield this.known[this.places[place] ?? -1] ?? '';
    }
  }
}

function isRepairable(word: string): boolean {
  return word.length >= SHORTEST_REPAIRED && !/\d/.test(word);
}

/** Hashes of a word and of what remains of it without each of its letters. */
function remaindersOf(word: string): number[] {
  return [hashText(SEED, word), ...Array.from({ length: word.length }, (_, i) => without(word, i))];
}

function without(word: string, left: number): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) {
    if (i !== left) hash = hashStep(hash, word.charCodeAt(i));
  }
  return hash;
}

function isOneSlip(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (
    end < Math.min(one.length, other.length) - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  ) {
    end++;
  }
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left === right.slice(1) + right.slice(0, 1);
}

/** Whether one letter stands in the place of another: between short words more often a choice than a slip. */
function isReplacement(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  return Array.from(one).filter((letter, i) => letter !== other[i]).length === 1;
}
