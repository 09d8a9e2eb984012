import { z } from 'zod';
import { decodeArrays, encodeArrays } from '../array-file';
import type { LanguageData } from './learn-languages';

const headerSchema = z.object({
  version: z.string(),
  languages: z.array(z.object({ language: z.string(), isSupported: z.boolean() })),
  protectedWords: z.array(z.string()),
  letters: z.string(),
});

/** Writes what was learnt of the languages as bytes, with the version of what it was learnt from. */
export function encodeLanguages(version: string, data: LanguageData): Buffer {
  const { languages, protectedWords, letters, words, spelling } = data;
  return encodeArrays({
    header: { version, languages, protectedWords, letters },
    ints: [words.hashes, spelling.hashes],
    floats: [words.numbers, spelling.numbers],
    bytes: [],
  });
}

/** Reads what {@link encodeLanguages} wrote; undefined when the bytes are of another layout or version. */
export function decodeLanguages(bytes: Buffer, wanted: string): LanguageData | undefined {
  const file = decodeArrays(bytes);
  if (file === undefined) return undefined;
  const { version, ...rest } = headerSchema.parse(file.header);
  const [wordHashes, spellingHashes] = file.ints;
  const [wordNumbers, spellingNumbers] = file.floats;
  if (version !== wanted || wordHashes === undefined || wordNumbers === undefined) return undefined;
  if (spellingHashes === undefined || spellingNumbers === undefined) return undefined;
  return {
    ...rest,
    words: { hashes: wordHashes, numbers: wordNumbers },
    spelling: { hashes: spellingHashes, numbers: spellingNumbers },
  };
}
