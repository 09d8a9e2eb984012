import { z } from 'zod';
import type { Language } from '../../core/language';
import { decodeArrays, encodeArrays } from '../array-file';
import { lexiconSchema } from '../languages/lexicon';
import type { LanguageModel, Model, ReadLanguage } from './model';

const headerSchema = z.object({
  version: z.string(),
  intents: z.array(z.string()),
  unseen: z.number(),
  units: z.int(),
  languages: z.record(
    z.string(),
    z.object({
      lexicon: lexiconSchema,
      words: z.custom<Record<string, number>>(isCounts),
      calibration: z.object({
        linear: z.number(),
        network: z.number(),
        none: z.number(),
        length: z.number(),
      }),
      thresholds: z.object({ answer: z.number(), clarify: z.number(), margin: z.number() }),
      texts: z.custom<readonly string[]>(isTexts),
      classes: z.custom<readonly number[]>(isNumbers),
    }),
  ),
});

// By hand, as a schema takes ten times as long over thousands of items, at every start.
function isCounts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && isNumbers(Object.values(value));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'number');
}

/** Writes a model as bytes. */
export function encodeModel(model: Model): Buffer {
  const { version, intents, languages, vocabulary, linear, network } = model;
  const { hidden, output } = network;
  const parts = Object.entries(languages);
  const read = parts.map(([language, { index: _, ...part }]) => [language, part] as const);
  const indexes = parts.map(([, { index }]) => index);
  return encodeArrays({
    header: {
      ...{ version, intents, languages: Object.fromEntries(read) },
      ...{ unseen: vocabulary.unseen, units: hidden.outputs },
    },
    ints: [vocabulary.hashes, ...indexes.flatMap(({ starts, rows }) => [starts, rows])],
    floats: [
      ...[vocabulary.rarity, linear.sizes, linear.bias],
      ...[hidden.sizes, hidden.bias, output.weights, output.bias],
      ...indexes.map(({ weights }) => weights),
    ],
    bytes: [linear.steps, hidden.steps],
  });
}

/** Reads what {@link encodeModel} wrote; undefined when the bytes are of another layout. */
export function decodeModel(bytes: Buffer): Model | undefined {
  const file = decodeArrays(bytes);
  if (file === undefined) return undefined;
  const { unseen, units, languages, ...rest } = headerSchema.parse(file.header);
  const takeInts = taker(file.ints);
  const takeFloats = taker(file.floats);
  const takeBytes = taker(file.bytes);
  const packed = (outputs: number) => ({
    ...{ outputs, steps: takeBytes(), sizes: takeFloats(), bias: takeFloats() },
  });
  return {
    ...rest,
    vocabulary: { hashes: takeInts(), rarity: takeFloats(), unseen },
    linear: packed(rest.intents.length),
    network: {
      hidden: packed(units),
      output: { outputs: rest.intents.length, weights: takeFloats(), bias: takeFloats() },
    },
    languages: withIndexes(languages, { takeInts, takeFloats }),
  };
}

function withIndexes(
  languages: Readonly<Record<Language, ReadLanguage>>,
  { takeInts, takeFloats }: { takeInts: () => Int32Array; takeFloats: () => Float32Array },
): Record<Language, LanguageModel> {
  const whole: Record<Language, LanguageModel> = {};
  for (const [language, part] of Object.entries(languages)) {
    const index = {
      ...{ starts: takeInts(), rows: takeInts(), weights: takeFloats() },
      count: part.texts.length,
    };
    whole[language] = { ...part, index };
  }
  return whole;
}

/** Gives the arrays of a file one after another. Throws when there are too few. */
function taker<T>(arrays: readonly T[]): () => T {
  let at = 0;
  return () => {
    const array = arrays[at++];
    if (array === undefined) throw new RangeError('The model file has too few arrays.');
    return array;
  };
}
