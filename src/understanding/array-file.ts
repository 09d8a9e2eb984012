import { z } from 'zod';

/** What a file of learnt numbers holds: a header of JSON and arrays. */
export interface ArrayFile {
  readonly header: unknown;
  readonly ints: readonly Int32Array[];
  readonly floats: readonly Float32Array[];
  readonly bytes: readonly Int8Array[];
}

/** Marks the file and its layout. */
const MAGIC = 0x4d46_4153;
const layoutSchema = z.object({
  header: z.unknown(),
  ints: z.array(z.int().nonnegative()),
  floats: z.array(z.int().nonnegative()),
  bytes: z.array(z.int().nonnegative()),
});

/** Writes the header as JSON, then the arrays one after another. */
export function encodeArrays({ header, ints, floats, bytes }: ArrayFile): Buffer {
  const lengths = (arrays: readonly { length: number }[]) => arrays.map(({ length }) => length);
  const layout = { header, ints: lengths(ints), floats: lengths(floats), bytes: lengths(bytes) };
  const json = Buffer.from(JSON.stringify(layout));
  const padding = Buffer.alloc((4 - (json.length % 4)) % 4, ' ');
  const start = Buffer.alloc(8);
  start.writeUInt32LE(MAGIC, 0);
  start.writeUInt32LE(json.length + padding.length, 4);
  const bodies = [...ints, ...floats, ...bytes].map((array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength),
  );
  return Buffer.concat([start, json, padding, ...bodies]);
}

/** Reads what {@link encodeArrays} wrote, without copying; undefined when the bytes are of another layout. */
export function decodeArrays(bytes: Buffer): ArrayFile | undefined {
  if (bytes.length < 8 || bytes.readUInt32LE(0) !== MAGIC) return undefined;
  const bodyStart = 8 + bytes.readUInt32LE(4);
  const layout = layoutSchema.parse(JSON.parse(bytes.toString('utf8', 8, bodyStart)));
  const start = bytes.byteOffset + bodyStart;
  // Arrays of numbers must start at a multiple of four: a buffer that doesn't is copied to where they do.
  const isAligned = start % 4 === 0;
  const body = isAligned
    ? bytes.buffer
    : bytes.buffer.slice(start, bytes.byteOffset + bytes.length);
  let offset = isAligned ? start : 0;
  const next = (length: number, size: number): [ArrayBufferLike, number, number] => {
    const at = offset;
    offset += length * size;
    return [body, at, length];
  };
  return {
    header: layout.header,
    ints: layout.ints.map((length) => new Int32Array(...next(length, 4))),
    floats: layout.floats.map((length) => new Float32Array(...next(length, 4))),
    bytes: layout.bytes.map((length) => new Int8Array(...next(length, 1))),
  };
}
