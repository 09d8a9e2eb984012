/** Groups of words, of which one word each must follow the other closely; `*key` stands for any word that ends so. */
export type WordPattern = readonly (readonly string[])[];

/** Words of a text in order, and where in them a pattern must begin. */
export type PatternTest = (words: readonly string[], at: number) => boolean;

/** Words that may stand between two words of a pattern: "ignore [all of your previous] instructions". */
const REACH = 4;
const ANY_BEFORE = '*';

type Group = (word: string) => boolean;

/** Makes the test whether one of the patterns begins at a word; none goes beyond a `breaker`. */
export function createPatternTest(
  patterns: readonly WordPattern[],
  breakers: ReadonlySet<string> = new Set(),
): PatternTest {
  const byFirstWord = new Map<string, (readonly Group[])[]>();
  for (const [first = [], ...others] of patterns) {
    const groups = others.map(groupOf);
    for (const word of first) byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), groups]);
  }
  const follow = (words: readonly string[], start: number, groups: readonly Group[]): boolean => {
    let at = start;
    for (const isMember of groups) {
      const near = words.slice(at + 1, at + 2 + REACH);
      const step = near.findIndex((word) => isMember(word) || breakers.has(word));
      if (step === -1 || !isMember(near[step] ?? '')) return false;
      at += 1 + step;
    }
    return true;
  };
  return (words, at) =>
    byFirstWord.get(words[at] ?? '')?.some((groups) => follow(words, at, groups)) ?? false;
}

function groupOf(list: readonly string[]): Group {
  const whole = new Set(list);
  const endings = list.flatMap((word) => (word.startsWith(ANY_BEFORE) ? [word.slice(1)] : []));
  return (word) => whole.has(word) || endings.some((ending) => word.endsWith(ending));
}
