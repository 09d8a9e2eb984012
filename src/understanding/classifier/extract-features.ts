import type { AnalyzedUtterance } from '../languages/analyzer';
import { hashStep, hashText } from './feature-hash';

/** Hashed features of an utterance by family; a family's weights are scaled together. */
export type FeatureFamilies = readonly [
  words: readonly number[],
  sequences: readonly number[],
  letters: readonly number[],
];

/** Seeds keep features apart that are made of the same letters. */
const SEED = {
  stem: 11,
  form: 12,
  concept: 14,
  pair: 21,
  skip: 22,
  concepts: 24,
  letters: 31,
} as const;
const EDGE = 1;
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;

/**
 * Features of an analyzed utterance: stems, forms, parts of compounds and concepts; pairs of neighbours, of next
 * neighbours and of concepts; pieces of words.
 */
export function extractFeatures({ words, concepts }: AnalyzedUtterance): FeatureFamilies {
  const own: number[] = [];
  const sequences: number[] = [];
  const letters: number[] = [];
  let before = EDGE;
  let twoBefore = EDGE;
  for (const { form, stem, parts } of words) {
    const stemHash = hashText(SEED.stem, stem);
    own.push(stemHash);
    if (form !== stem) own.push(hashText(SEED.form, form));
    for (const part of parts) own.push(hashText(SEED.stem, part));
    sequences.push(hashStep(hashStep(SEED.pair, before), stemHash));
    if (twoBefore !== EDGE) sequences.push(hashStep(hashStep(SEED.skip, twoBefore), stemHash));
    addPieces(` ${form} `, letters);
    twoBefore = before;
    before = stemHash;
  }
  if (words.length > 0) sequences.push(hashStep(hashStep(SEED.pair, before), EDGE));
  addConcepts(concepts, own, sequences);
  return [own, sequences, letters];
}

function addConcepts(concepts: readonly string[], own: number[], sequences: number[]): void {
  const hashes = concepts.map((concept) => hashText(SEED.concept, concept));
  hashes.forEach((hash, i) => {
    own.push(hash);
    for (const other of hashes.slice(0, i)) {
      const low = Math.min(hash, other);
      sequences.push(hashStep(hashStep(SEED.concepts, low), hash ^ other));
    }
  });
}

function addPieces(padded: string, letters: number[]): void {
  for (let start = 0; start < padded.length; start++) {
    const end = Math.min(start + LONGEST_PIECE, padded.length);
    let hash: number = SEED.letters;
    for (let i = start; i < end; i++) {
      hash = hashStep(hash, padded.charCodeAt(i));
      if (i - start + 1 >= SHORTEST_PIECE) letters.push(hash);
    }
  }
}
