import type { AnalyzedUtterance, AnalyzedWord } from '../languages/analyzer';
import { hashStep, hashText } from './feature-hash';

/** Hashed features of an utterance by family; a family's weights are scaled together. */
export type FeatureFamilies = readonly [
  words: readonly number[],
  sequences: readonly number[],
  letters: readonly number[],
];

/** Hashed features that a word has wherever it stands. */
export interface WordFeatures {
  readonly stem: number;
  /** Stem, form and parts of a compound. */
  readonly own: readonly number[];
  readonly letters: readonly number[];
}

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
const PIECE = 3;

/**
 * Features of an analyzed utterance: stems, forms, parts of compounds and concepts; pairs of neighbours, of next
 * neighbours and of concepts; pieces of words.
 */
export function extractFeatures({ words, concepts }: AnalyzedUtterance): FeatureFamilies {
  const each = words.map(featuresOfWord);
  const between = featuresBetween(
    each.map(({ stem }) => stem),
    concepts,
  );
  return [
    [...each.flatMap(({ own }) => own), ...between.concepts],
    between.sequences,
    each.flatMap(({ letters }) => letters),
  ];
}

/** Features of a word by itself. */
export function featuresOfWord({ form, stem, parts }: AnalyzedWord): WordFeatures {
  const stemHash = hashText(SEED.stem, stem);
  const own = [stemHash];
  if (form !== stem) own.push(hashText(SEED.form, form));
  for (const part of parts) own.push(hashText(SEED.stem, part));
  return { stem: stemHash, own, letters: piecesOf(form) };
}

/** Features that are no single word's: concepts; pairs of neighbours and next neighbours, told by their stems, and of concepts. */
export function featuresBetween(
  stems: readonly number[],
  concepts: readonly string[],
): { readonly concepts: readonly number[]; readonly sequences: readonly number[] } {
  const sequences: number[] = [];
  let before: number = EDGE;
  let twoBefore: number = EDGE;
  for (const stem of stems) {
    sequences.push(hashStep(hashStep(SEED.pair, before), stem));
    if (twoBefore !== EDGE) sequences.push(hashStep(hashStep(SEED.skip, twoBefore), stem));
    twoBefore = before;
    before = stem;
  }
  if (stems.length > 0) sequences.push(hashStep(hashStep(SEED.pair, before), EDGE));
  const hashes = concepts.map((concept) => hashText(SEED.concept, concept));
  addPairs(hashes, sequences);
  return { concepts: hashes, sequences };
}

function addPairs(concepts: readonly number[], sequences: number[]): void {
  concepts.forEach((hash, i) => {
    for (const other of concepts.slice(0, i)) {
      const low = Math.min(hash, other);
      sequences.push(hashStep(hashStep(SEED.concepts, low), hash ^ other));
    }
  });
}

/** Every three letters of a word, its edges counted as letters: longer pieces take more room and tell no more. */
function piecesOf(word: string): readonly number[] {
  const padded = ` ${word} `;
  const pieces: number[] = [];
  for (let start = 0; start + PIECE <= padded.length; start++)
    pieces.push(hashText(SEED.letters, padded.slice(start, start + PIECE)));
  return pieces;
}
