import { ContentFiles } from './content-files';
import { checkContent } from './check-content';
import type { Content, LanguageContent } from './content';
import { contentError } from './fault';
import { loadEntries } from './load-entries';
import { loadLanguage } from './load-language';
import { linksFile, sourcesFile, topicsFile } from './schemas';

/**
 * Loads `dialogs/` and `locales/` below a folder. A language is a folder of `locales/`.
 * Throws one `ContentError` that lists every fault of every file.
 */
export function loadContent(root: string): Content {
  const files = new ContentFiles(root);
  const entries = loadEntries(files);
  const languages = files.folders('locales');
  const inLanguage = new Map<string, LanguageContent>();
  for (const language of languages) {
    const content = loadLanguage(files, language, entries);
    if (content !== undefined) inLanguage.set(language, content);
  }
  const content: Content = {
    languages,
    entries,
    topics: files.read('dialogs/topics.json', topicsFile) ?? [],
    links: files.read('dialogs/links.json', linksFile) ?? {},
    sources: files.read('dialogs/sources.json', sourcesFile) ?? {},
    in: inLanguage,
  };
  // Faults of single files first: what is missing would only echo through the checks between files.
  if (files.faults.length === 0) files.faults.push(...checkContent(content));
  if (files.faults.length > 0) throw contentError(files.faults);
  return content;
}
