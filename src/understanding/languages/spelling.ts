import type { WordList } from './word-list';

const SHORTEST_REPAIRED = 4;
/** From this length on, a word one slip away from a known one is most likely that word. */
const LONG = 6;
/** More utterances than any word stands in. */
const COMMONEST = 1e6;

/**
 * Finds the known word that a misspelt one was meant to be: one letter dropped, added, doubled, swapped with its
 * neighbour or replaced. Looks words up by what remains when a letter is left out, so the time depends on the
 * length of the word alone.
 */
export class Spelling {
  private readonly byRemainder = new Map<string, string[]>();

  /** `words` must hold in `leastCount` utterances or more to be taken for a repair. */
  constructor(
    private readonly words: WordList,
    leastCount: number,
  ) {
    for (const [word, count] of words) {
      if (count < leastCount || word.length < SHORTEST_REPAIRED || /\d/.test(word)) continue;
      for (const remainder of remaindersOf(word)) {
        const others = this.byRemainder.get(remainder);
        if (others === undefined) this.byRemainder.set(remainder, [word]);
        else others.push(word);
      }
    }
  }

  /** The commonest known word one slip away; a short word keeps its first letter and isn't taken for another. */
  repair(word: string): string | undefined {
    if (word.length < SHORTEST_REPAIRED || /\d/.test(word)) return undefined;
    const initial = word.slice(0, 1);
    let best: string | undefined;
    let highest = 0;
    for (const remainder of remaindersOf(word)) {
      for (const candidate of this.byRemainder.get(remainder) ?? []) {
        const keepsInitial = candidate.startsWith(initial);
        const weight = (keepsInitial ? COMMONEST : 0) + (this.words.get(candidate) ?? 0);
        if (weight <= highest || !isOneSlip(word, candidate)) continue;
        if (word.length >= LONG || (keepsInitial && !isReplacement(word, candidate))) {
          [best, highest] = [candidate, weight];
        }
      }
    }
    return best;
  }
}

function remaindersOf(word: string): string[] {
  return [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];
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
