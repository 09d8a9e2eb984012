import { join } from 'node:path';
import { ContentFiles } from '../../src/content/content-files';
import { emptyWords } from '../../src/understanding/recognizers/empty-words';
import { loadWordLists } from '../../src/understanding/recognizers/word-lists';

export const root = join(__dirname, '../..');

/** The project's own word lists. */
export const words = loadWordLists(new ContentFiles(root));

const lists = [...words.languages.values()];
export const messageWords = lists.map(({ message }) => message);
export const functionWords = new Set(lists.flatMap(({ language }) => language.functionWords));
export const negations = new Set(lists.flatMap(({ language }) => language.negations));
export const languageWords = new Map(
  [...words.languages].map(([language, list]) => [language, list.language]),
);
export const entityWords = new Map(
  [...words.languages].map(([language, list]) => [language, list.entities]),
);
export const empty = emptyWords(lists);
