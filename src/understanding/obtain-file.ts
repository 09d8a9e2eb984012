import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How something that takes long to make is kept in a file. */
export interface FileKeeping<T> {
  readonly make: () => T;
  readonly encode: (made: T) => Buffer;
  /** Undefined, or throws, when the bytes are of something else. */
  readonly decode: (bytes: Buffer) => T | undefined;
}

/** Reads something from its file; makes it, and keeps it there, when the file is missing, broken or of something else. */
export function obtainFile<T>(file: string, { make, encode, decode }: FileKeeping<T>): T {
  const kept = readKept(file, decode);
  if (kept !== undefined) return kept;
  const made = make();
  mkdirSync(dirname(file), { recursive: true });
  // Written beside and renamed, so that a second process never reads half a file.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, encode(made));
  renameSync(draft, file);
  return made;
}

function readKept<T>(file: string, decode: (bytes: Buffer) => T | undefined): T | undefined {
  try {
    return decode(readFileSync(file));
  } catch {
    return undefined;
  }
}
