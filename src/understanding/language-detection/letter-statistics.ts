import type { WordCounts } from './word-counts';

/** Longest run of letters that is counted. */
export const ORDER = 4;
/** Words a language that spelling is learnt from, the most frequent ones. */
const MAX_WORDS = 4000;
/** Probability of a letter that nothing is known about. */
export const UNKNOWN_LETTER = 1 / 64;

interface Context {
  total: number;
  readonly next: Map<string, number>;
}

type Contexts = ReadonlyMap<string, Context>;

/**
 * Learns how words are spelt: of each run of letters that a language has, the log-probability in each language, in
 * the order given, of its last letter given those before, interpolated after Witten and Bell, so that little text gives
 * cautious probabilities.
 */
export function learnSpelling(languages: readonly WordCounts[]): Map<string, Float32Array> {
  const perLanguage = languages.map(countContexts);
  const spelling = new Map<string, Float32Array>();
  for (const contexts of perLanguage) {
    for (const [context, { next }] of contexts) {
      for (const letter of next.keys()) {
        if (spelling.has(context + letter)) continue;
        const logs = perLanguage.map((own) => Math.log(probability(own, context, letter)));
        spelling.set(context + letter, Float32Array.from(logs));
      }
    }
  }
  return spelling;
}

/** A word with its edges, which say as much as letters do. */
export function padded(word: string): string {
  return ` ${word} `;
}

function countContexts(words: WordCounts): Contexts {
  const contexts = new Map<string, Context>();
  const frequent = [...words].sort(([, left], [, right]) => right - left).slice(0, MAX_WORDS);
  for (const [word, count] of frequent) {
    const text = padded(word);
    // Frequent words are known as words: their spelling mustn't drown that of all others.
    const weight = Math.sqrt(count);
    for (let end = 2; end <= text.length; end++) {
      const letter = text.charAt(end - 1);
      for (let start = Math.max(0, end - ORDER); start < end; start++) {
        const key = text.slice(start, end - 1);
        let context = contexts.get(key);
        if (context === undefined) contexts.set(key, (context = { total: 0, next: new Map() }));
        context.total += weight;
        context.next.set(letter, (context.next.get(letter) ?? 0) + weight);
      }
    }
  }
  return contexts;
}

function probability(contexts: Contexts, context: string, letter: string): number {
  const shorter = context === '' ? UNKNOWN_LETTER : probability(contexts, context.slice(1), letter);
  const seen = contexts.get(context);
  if (seen === undefined) return shorter;
  const novelty = seen.next.size;
  return ((seen.next.get(letter) ?? 0) + novelty * shorter) / (seen.total + novelty);
}
