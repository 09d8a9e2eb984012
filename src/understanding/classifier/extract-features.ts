import type { AnalyzedWord } from '../languages/analyzer';
import { hashStep, hashText } from './feature-hash';

/** Hashed features of an utterance by family; a family's weights are scaled together. */
export type FeatureFamilies = readonly [
  words: readonly number[],
  sequences: readonly number[],
  letters: readonly number[],
];

/** Seeds keep features apart that are made of the same letters. */
const SEED = { stem: 11, form: 12, trait: 13, pair: 21, skip: 22, letters: 31 } as const;
const EDGE = 1;
const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 5;

/** Features of analyzed words: stems, forms and traits; pairs of neighbours and of next neighbours; pieces of words. */
export function extractFeatures(words: readonly AnalyzedWord[]): FeatureFamilies {
  const own: number[] = [];
  const sequences: number[] = [];
  const letters: number[] = [];
  let before = EDGE;
  let twoBefore = EDGE;
  for (const { form, stem, traits } of words) {
    const stemHash = hashText(SEED.stem, stem);
    own.push(stemHash);
    if (form !== stem) own.push(hashText(SEED.form, form));
    for (const trait of traits) own.push(hashText(SEED.trait, trait));
    sequences.push(hashStep(hashStep(SEED.pair, before), stemHash));
    if (twoBefore !== EDGE) sequences.push(hashStep(hashStep(SEED.skip, twoBefore), stemHash));
    addPieces(` ${form} `, letters);
    twoBefore = before;
    before = stemHash;
  }
  if (words.length > 0) sequences.push(hashStep(hashStep(SEED.pair, before), EDGE));
  return [own, sequences, letters];
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
