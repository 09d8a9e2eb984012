const LATIN = 0xff;
/** Letters of either case and other characters share numbers: a test for most words, not for all. */
const KEYS = 32;

/**
 * Makes a test that most words fail in no time: whether a lower-case word may begin like one of some. True for all that
 * do, and for words of other than western letters.
 */
export function createFirstLettersTest(beginnings: readonly string[]): (word: string) => boolean {
  const pairs = new Uint8Array(KEYS * KEYS);
  for (const beginning of beginnings) {
    const first = KEYS * (beginning.charCodeAt(0) % KEYS);
    if (beginning.length === 1) pairs.fill(1, first, first + KEYS);
    else pairs[first + (beginning.charCodeAt(1) % KEYS)] = 1;
  }
  return (word) => {
    const [first, second] = [word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0];
    if (first > LATIN || second > LATIN) return true;
    return pairs[KEYS * (first % KEYS) + (second % KEYS)] === 1;
  };
}
