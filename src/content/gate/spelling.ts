import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nspell from 'nspell';

/** What is a word in a language. */
export interface Spelling {
  isKnown(word: string): boolean;
}

/** First line of `spelling.txt`: which npm package the dictionary comes from. */
const DICTIONARY = /^#\s*dictionary:\s*([\w@/-]+)\s*$/m;

/**
 * Loads the spelling of a language as `locales/<language>/spelling.txt` says: a dictionary of npm, and below
 * it the project's own words, one a line. Undefined when there is no such file or dictionary. Takes seconds.
 */
export function loadSpelling(root: string, language: string): Spelling | undefined {
  const file = join(root, 'locales', language, 'spelling.txt');
  if (!existsSync(file)) return undefined;
  const list = readFileSync(file, 'utf8');
  const folder = dictionaryFolder(DICTIONARY.exec(list)?.[1]);
  if (folder === undefined) return undefined;
  const [aff, dic] = ['index.aff', 'index.dic'].map((name) => readFileSync(join(folder, name)));
  if (aff === undefined || dic === undefined) return undefined;
  const dictionary = nspell(aff, dic);
  const own = new Set(list.split('\n').map((line) => line.trim()));
  return {
    isKnown: (word) => own.has(word) || own.has(word.toLowerCase()) || dictionary.correct(word),
  };
}

/** The dictionary packages are modules of another kind: only their files are read. */
function dictionaryFolder(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    return dirname(createRequire(__filename).resolve(name));
  } catch {
    return undefined;
  }
}
