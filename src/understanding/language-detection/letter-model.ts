/** Longest run of letters that is counted. */
const ORDER = 4;
/** Words a language that spelling is learnt from, the most frequent ones. */
const MAX_WORDS = 4000;
/** Probability of a letter that nothing is known about. */
const UNKNOWN_LETTER = 1 / 64;

/** How often each word of a language occurs. */
export type WordCounts = ReadonlyMap<string, number>;

/** Log-probability, natural logarithm, of a word's spelling in each language, in the order of training. */
export type LetterModel = (word: string) => Float64Array;

interface Context {
  total: number;
  readonly next: Map<string, number>;
}

/**
 * Learns how words are spelt: letters given the letters before them, up to {@link ORDER},
 * interpolated after Witten and Bell, so that little text gives cautious probabilities.
 */
export function trainLetterModel(languages: readonly WordCounts[]): LetterModel {
  const perLanguage = languages.map(countContexts);
  // Worked out when first asked for; bounded, since only what was seen in training is kept.
  const vectors = new Map<string, Float64Array>();
  const unknown = new Float64Array(languages.length).fill(Math.log(UNKNOWN_LETTER));

  const vectorFor = (context: string, letter: string): Float64Array | undefined => {
    const gram = context + letter;
    const kept = vectors.get(gram);
    if (kept !== undefined) return kept;
    if (!perLanguage.some((contexts) => contexts.get(context)?.next.has(letter))) return undefined;
    const vector = Float64Array.from(perLanguage, (contexts) =>
      Math.log(probability(contexts, context, letter)),
    );
    vectors.set(gram, vector);
    return vector;
  };

  return (word) => {
    const text = padded(word);
    const scores = new Float64Array(languages.length);
    for (let end = 1; end < text.length; end++) {
      const letter = text.charAt(end);
      let vector: Float64Array | undefined;
      for (let start = Math.max(0, end + 1 - ORDER); vector === undefined && start <= end; start++)
        vector = vectorFor(text.slice(start, end), letter);
      addTo(scores, vector ?? unknown);
    }
    return scores;
  };
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let index = 0; index < sums.length; index++)
    sums[index] = (sums[index] ?? 0) + (values[index] ?? 0);
}

function countContexts(words: WordCounts): ReadonlyMap<string, Context> {
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

function probability(
  contexts: ReadonlyMap<string, Context>,
  context: string,
  letter: string,
): number {
  const shorter = context === '' ? UNKNOWN_LETTER : probability(contexts, context.slice(1), letter);
  const seen = contexts.get(context);
  if (seen === undefined) return shorter;
  const novelty = seen.next.size;
  return ((seen.next.get(letter) ?? 0) + novelty * shorter) / (seen.total + novelty);
}

function padded(word: string): string {
  return ` ${word} `;
}
