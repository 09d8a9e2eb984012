import { StringDecoder } from 'node:string_decoder';

/** A line longer than this is given up: it is no message of a person, and would only fill the memory. */
const LONGEST_LINE = 4 * 1024 * 1024;

/** A line of JSON, or why it isn't one. */
export type JsonLine = { readonly value: unknown } | { readonly error: string };

/** Reads a stream of UTF-8 as JSON Lines: blank lines and a byte order mark are passed over. */
export async function* readJsonLines(stream: AsyncIterable<Buffer>): AsyncGenerator<JsonLine> {
  for await (const line of splitLines(stream)) {
    if (line === undefined) yield { error: `the line is longer than ${LONGEST_LINE} characters` };
    else if (line.trim() !== '') yield parse(line);
  }
}

function parse(line: string): JsonLine {
  try {
    const value: unknown = JSON.parse(line);
    return { value };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Lines without their ends; undefined for one that is too long. */
async function* splitLines(stream: AsyncIterable<Buffer>): AsyncGenerator<string | undefined> {
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  let length = 0;
  const take = (): string | undefined => {
    const line = length > LONGEST_LINE ? undefined : pieces.join('').replace(/^\uFEFF/, '');
    pieces = [];
    length = 0;
    return line;
  };
  const keep = (piece: string): void => {
    length += piece.length;
    if (length <= LONGEST_LINE) pieces.push(piece);
    else pieces = [];
  };
  for await (const chunk of stream) {
    const [first = '', ...others] = decoder.write(chunk).split('\n');
    keep(first);
    for (const piece of others) {
      yield take();
      keep(piece);
    }
  }
  keep(decoder.end());
  yield take();
}
