import { isDeepStrictEqual } from 'node:util';
import type { EntryId } from '../../core/entry';
import type { Language } from '../../core/language';
import { NONE } from '../../core/recognition';
import type { Content } from '../content';
import { jsonText } from '../json-text';
import type { FaqText, TitleText } from '../schemas';
import type { ExchangeContent, ExchangeEntry } from './exchange-format';

/** One difference between a file that came back and the content. */
export interface Change {
  readonly language: Language;
  readonly entry: EntryId;
  readonly what: string;
}

/** What an import would change, and the files as they would be. */
export interface Applied {
  readonly changes: readonly Change[];
  readonly files: ReadonlyMap<string, string>;
}

/** A JSON file of `locales/` that holds something by the name of an entry. */
type NamedFile = Readonly<Record<string, unknown>>;

/**
 * Puts what came back into the files of `locales/`. Only entries of the file that came back are touched, and of
 * them only what it holds; `read` gives a file's JSON. Pure. Unknown entries and languages are named as changes, not applied.
 */
export function applyExchange(
  incoming: ExchangeContent,
  content: Content,
  read: (file: string) => NamedFile,
): Applied {
  const changes: Change[] = [];
  const files = new Map<string, NamedFile>();
  for (const [language, entries] of incoming)
    for (const entry of entries) {
      const edits = editsOf(entry, language, content);
      for (const { what, file, edit } of edits) {
        changes.push({ language, entry: entry.id, what });
        if (file !== undefined && edit !== undefined)
          files.set(file, edit(files.get(file) ?? read(file)));
      }
    }
  return {
    changes,
    files: new Map([...files].map(([file, json]) => [file, jsonText(json)])),
  };
}

interface Edit {
  readonly what: string;
  readonly file?: string;
  readonly edit?: (json: NamedFile) => NamedFile;
}

function editsOf(entry: ExchangeEntry, language: Language, content: Content): readonly Edit[] {
  const { id, text, utterances } = entry;
  const words = content.in.get(language);
  if (words === undefined) return [{ what: 'not applied: there is no such language' }];
  if (id !== NONE && !content.entries.has(id))
    return [{ what: 'not applied: there is no such entry' }];
  const [topic = '', name = ''] = id.split('.');
  const edits: Edit[] = [];
  const before = words.answers.get(id) ?? words.titles.get(id);
  if (text !== undefined && !isDeepStrictEqual({ ...text }, { ...before }))
    edits.push({
      what: `text: ${before?.question ?? ''} → ${text.question}`,
      file: `locales/${language}/faq/${topic}.json`,
      edit: (json) => ({ ...json, [name]: withoutEmpty(text) }),
    });
  const had = new Set(words.utterances[id]);
  const has = new Set(utterances);
  const added = utterances.filter((line) => !had.has(line));
  const removed = [...had].filter((line) => !has.has(line));
  if (utterances.length > 0 && added.length + removed.length > 0)
    edits.push({
      what: `utterances: ${added.length} new, ${removed.length} gone`,
      file: `locales/${language}/utterances/${topic}.json`,
      edit: (json) =>
        id === NONE ? regroup(json, added, new Set(removed)) : { ...json, [name]: [...utterances] },
    });
  return edits;
}

/** Empty lists are left out of the files. */
function withoutEmpty(text: FaqText | TitleText): NamedFile {
  return Object.fromEntries<unknown>(
    Object.entries(text).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  );
}

/** What lies outside is grouped by subject: lines stay in their group, new ones get a group of their own. */
function regroup(
  json: NamedFile,
  added: readonly string[],
  removed: ReadonlySet<string>,
): NamedFile {
  const kept = Object.entries(json).map(([group, lines]): [string, unknown] => [
    group,
    Array.isArray(lines) ? lines.filter((line: unknown) => !removed.has(String(line))) : lines,
  ]);
  return { ...Object.fromEntries<unknown>(kept), ...(added.length > 0 && { imported: added }) };
}
