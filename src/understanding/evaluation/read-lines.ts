import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** Reads a JSON Lines file. Throws an error that names file and line when a line doesn't fit the schema. */
export function readLines<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file}:${index + 1} is no labelled line`, { cause: error });
    }
  });
}
