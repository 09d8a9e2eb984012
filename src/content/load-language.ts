import type { Entry, EntryId } from '../core/entry';
import type { Language } from '../core/language';
import { NONE, type IntentId } from '../core/recognition';
import type { LanguageContent } from './content';
import type { ContentFiles } from './content-files';
import {
  faqText,
  languageFile,
  titleText,
  utterancesFile,
  wordsFile,
  type FaqText,
  type TitleText,
  type Words,
} from './schemas';
import { z } from 'zod';

/** Files beside the words that other wings read by their own schemas; here only what holds for every file counts. */
const OTHER_FILES = new Set(['language', 'lexicon']);
const OTHER_FOLDER = 'understanding';

/** Loads `locales/<language>/`; undefined when the language can't even be named. */
export function loadLanguage(
  files: ContentFiles,
  language: Language,
  entries: ReadonlyMap<EntryId, Entry>,
): LanguageContent | undefined {
  const folder = `locales/${language}`;
  const about = files.read(`${folder}/language.json`, languageFile);
  const words: Record<string, Words> = {};
  for (const name of files.jsonFiles(folder)) {
    if (name === 'lexicon') files.read(`${folder}/${name}.json`, z.unknown());
    if (OTHER_FILES.has(name)) continue;
    const file = files.read(`${folder}/${name}.json`, wordsFile);
    if (file !== undefined) words[name] = file;
  }
  for (const name of files.jsonFiles(`${folder}/${OTHER_FOLDER}`))
    files.read(`${folder}/${OTHER_FOLDER}/${name}.json`, z.unknown());
  const texts = loadTexts(files, folder, entries);
  const utterances = loadUtterances(files, folder);
  if (about === undefined) return undefined;
  const { locale, linkLocale, name } = about;
  return { locale, linkLocale, name, ...texts, utterances, words };
}

function loadTexts(files: ContentFiles, folder: string, entries: ReadonlyMap<EntryId, Entry>) {
  const answers = new Map<EntryId, FaqText>();
  const titles = new Map<EntryId, TitleText>();
  for (const topic of files.jsonFiles(`${folder}/faq`)) {
    const file = `${folder}/faq/${topic}.json`;
    const texts = files.read(file, z.record(z.string(), z.unknown())) ?? {};
    for (const [name, text] of Object.entries(texts)) {
      const id = `${topic}.${name}`;
      const kind = entries.get(id)?.kind;
      if (kind === undefined)
        files.fault(file, `${name}: there is no dialogs/${topic}/${name}.json`, { path: [name] });
      else if (kind === 'faq')
        keep(id, files.check(file, [name], text, faqText), [answers, titles]);
      else keep(id, files.check(file, [name], text, titleText), [titles]);
    }
  }
  for (const { id, topic } of entries.values()) {
    const file = `${folder}/faq/${topic}.json`;
    const isBroken = files.faults.some((fault) => fault.file === file);
    if (!titles.has(id) && !isBroken) files.fault(file, `${id} has no text`);
  }
  return { answers, titles };
}

function keep<T>(id: EntryId, text: T | undefined, maps: readonly Map<EntryId, T>[]): void {
  if (text !== undefined) for (const map of maps) map.set(id, text);
}

function loadUtterances(files: ContentFiles, folder: string): Record<IntentId, readonly string[]> {
  const utterances: Record<IntentId, readonly string[]> = {};
  for (const topic of files.jsonFiles(`${folder}/utterances`)) {
    const groups = files.read(`${folder}/utterances/${topic}.json`, utterancesFile) ?? {};
    if (topic === NONE) utterances[NONE] = Object.values(groups).flat();
    else for (const [name, lines] of Object.entries(groups)) utterances[`${topic}.${name}`] = lines;
  }
  return utterances;
}
