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
  const rules = readFileSync(join(folder, 'index.aff'), 'utf8');
  const words = readFileSync(join(folder, 'index.dic'), 'utf8');
  const dictionary = nspell(...withoutCompounds(rules, words));
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

/**
 * A dictionary without its rules for compounds, which nspell reads as patterns that match any word; and without the
 * stems that serve only in compounds, which it takes for misspellings of the words that look like them. A compound
 * that the dictionary doesn't list is known by the project's own list.
 */
function withoutCompounds(rules: string, words: string): [Buffer, Buffer] {
  const flag = /^ONLYINCOMPOUND (\S+)/m.exec(rules)?.[1];
  const [count = '', ...lines] = words.split('\n');
  const isStem = (line: string) =>
    flag !== undefined && (line.split(/[\s/]/)[1] ?? '').includes(flag) && line.includes('/');
  const kept = lines.filter((line) => !isStem(line));
  return [
    Buffer.from(rules.replace(/^COMPOUNDRULE.*$/gm, '')),
    Buffer.from([count, ...kept].join('\n')),
  ];
}
