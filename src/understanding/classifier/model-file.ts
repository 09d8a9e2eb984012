import { z } from 'zod';
import { lexiconSchema } from '../languages/lexicon';
import type { Model } from './model';

/** Marks the file and its layout. */
const MAGIC = 0x4d46_4151;

const headerSchema = z.object({
  version: z.string(),
  intents: z.array(z.string()),
  unseen: z.number(),
  units: z.int(),
  lengths: z.array(z.int()),
  languages: z.record(
    z.string(),
    z.object({
      lexicon: lexiconSchema,
      words: z.custom<Record<string, number>>(isCounts),
      calibration: z.object({
        linear: z.number(),
        network: z.number(),
        none: z.number(),
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

/** Writes a model as bytes: a header of JSON, then its arrays one after another. */
export function encodeModel(model: Model): Buffer {
  const { version, intents, languages, vocabulary, network } = model;
  const arrays = arraysOf(model);
  const lengths = arrays.map(({ length }) => length);
  const header = {
    ...{ version, intents, languages, lengths },
    ...{ unseen: vocabulary.unseen, units: network.hidden.outputs },
  };
  const json = Buffer.from(JSON.stringify(header));
  const padding = Buffer.alloc((4 - (json.length % 4)) % 4, ' ');
  const start = Buffer.alloc(8);
  start.writeUInt32LE(MAGIC, 0);
  start.writeUInt32LE(json.length + padding.length, 4);
  const bodies = arrays.map((array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength),
  );
  return Buffer.concat([start, json, padding, ...bodies]);
}

/** Reads what {@link encodeModel} wrote; undefined when the bytes are of another layout. */
export function decodeModel(bytes: Buffer): Model | undefined {
  if (bytes.length < 8 || bytes.readUInt32LE(0) !== MAGIC) return undefined;
  const bodyStart = 8 + bytes.readUInt32LE(4);
  const { unseen, units, lengths, ...rest } = headerSchema.parse(
    JSON.parse(bytes.toString('utf8', 8, bodyStart)),
  );
  const start = bytes.byteOffset + bodyStart;
  // Arrays of numbers must start at a multiple of four: a buffer that doesn't is copied to where they do.
  const isAligned = start % 4 === 0;
  const body = isAligned
    ? bytes.buffer
    : bytes.buffer.slice(start, bytes.byteOffset + bytes.length);
  let offset = isAligned ? start : 0;
  const next = (index: number): [ArrayBufferLike, number, number] => {
    const length = lengths[index] ?? 0;
    const at = offset;
    offset += length * 4;
    return [body, at, length];
  };
  const classes = rest.intents.length;
  return {
    ...rest,
    vocabulary: {
      hashes: new Int32Array(...next(0)),
      rarity: new Float32Array(...next(1)),
      unseen,
    },
    linear: {
      outputs: classes,
      weights: new Float32Array(...next(2)),
      bias: new Float32Array(...next(3)),
    },
    network: {
      hidden: {
        outputs: units,
        weights: new Float32Array(...next(4)),
        bias: new Float32Array(...next(5)),
      },
      output: {
        outputs: classes,
        weights: new Float32Array(...next(6)),
        bias: new Float32Array(...next(7)),
      },
    },
  };
}

function arraysOf({ vocabulary, linear, network }: Model): (Int32Array | Float32Array)[] {
  return [
    vocabulary.hashes,
    vocabulary.rarity,
    linear.weights,
    linear.bias,
    network.hidden.weights,
    network.hidden.bias,
    network.output.weights,
    network.output.bias,
  ];
}
