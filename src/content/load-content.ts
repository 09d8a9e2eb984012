import type { Language } from '../core/language';
import { checkContent } from './check-content';
import type { Content, LanguageContent } from './content';
import { ContentFiles } from './content-files';
import { contentError, type Fault } from './fault';
import { withLines } from './fault-lines';
import { loadEntries } from './load-entries';
import { loadLanguage } from './load-language';
import { linksFile, sourcesFile, topicsFile } from './schemas';

/** What could be read, and what is wrong with it: as long as there are faults, the content has gaps. */
export interface ReadContent {
  readonly content: Content;
  readonly faults: readonly Fault[];
}

/**
 * Loads `dialogs/` and `locales/` below a folder. A language is a folder of `locales/`.
 * Throws one `ContentError` that lists every fault of every file.
 */
export function loadContent(root: string): Content {
  const { content, faults } = readContent(root);
  if (faults.length > 0) throw contentError(faults);
  return content;
}

/** Reads the same as {@link loadContent}, but gives the faults beside the content instead of throwing. */
export function readContent(root: string): ReadContent {
  const files = new ContentFiles(root);
  const entries = loadEntries(files);
  const languages = files.folders('locales');
  const inLanguage = new Map<Language, LanguageContent>();
  for (const language of languages) {
    const words = loadLanguage(files, language, entries);
    if (words !== undefined) inLanguage.set(language, words);
  }
  const content: Content = {
    languages,
    entries,
    topics: files.read('dialogs/topics.json', topicsFile) ?? [],
    links: files.read('dialogs/links.json', linksFile) ?? {},
    sources: files.read('dialogs/sources.json', sourcesFile) ?? {},
    in: inLanguage,
  };
  const broken = new Set(files.faults.map(({ file }) => file));
  const between = withLines(checkContent(content), (file) => files.text(file)).filter(
    ({ file }) => !broken.has(file) && isReadable(file, [...inLanguage.keys()]),
  );
  return { content, faults: [...files.faults, ...between].filter(isNoEcho(broken)) };
}

/** Whether a file belongs to a language that could be loaded, or to none. */
function isReadable(file: string, languages: readonly Language[]): boolean {
  const [folder, language = ''] = file.split('/');
  return folder !== 'locales' || languages.includes(language);
}

/** Leaves out what only repeats that another file is broken: it, or the entry that it holds, is missed elsewhere. */
function isNoEcho(broken: ReadonlySet<string>): (fault: Fault) => boolean {
  const names = [...broken].flatMap((file) => {
    const [, topic, name] = /^dialogs\/([^/]+)\/([^/]+)\.json$/.exec(file) ?? [];
    return topic === undefined || name === undefined ? [file] : [file, `${topic}.${name}`];
  });
  return ({ file, reason }) => !names.some((name) => name !== file && reason.includes(name));
}
