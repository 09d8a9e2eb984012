import { z } from 'zod';
import { jsonText } from '../../content/json-text';
import type { Lesson } from '../../core/lesson';
import { NONE } from '../../core/recognition';

/** Where what supporters found out of scope stands in `none.json`. */
const GROUP = 'reported';

const utterancesFile = z.record(z.string(), z.array(z.string()));
type UtterancesFile = z.infer<typeof utterancesFile>;

/** Files of `locales/` as lessons leave them, and the utterances that are new in them. */
export interface AppliedLessons {
  readonly files: ReadonlyMap<string, string>;
  readonly added: readonly { readonly file: string; readonly text: string }[];
}

/**
 * Puts lessons into the utterances of the content, each behind those that its entry has; what is there already isn't
 * repeated. `read` gives a file's text, undefined where there is none. Pure; throws for a file that isn't one of utterances.
 */
export function applyLessons(
  lessons: readonly Lesson[],
  read: (file: string) => string | undefined,
): AppliedLessons {
  const files = new Map<string, UtterancesFile>();
  const added: { file: string; text: string }[] = [];
  for (const { language, entry, utterances } of lessons) {
    const [topic = '', name = GROUP] = entry.split('.');
    const file = `locales/${language}/utterances/${topic}.json`;
    const groups = files.get(file) ?? utterancesFile.parse(JSON.parse(read(file) ?? '{}'));
    const known = new Set(entry === NONE ? Object.values(groups).flat() : groups[name]);
    const news = [...new Set(utterances)].filter((text) => !known.has(text));
    if (news.length === 0) continue;
    files.set(file, { ...groups, [name]: [...(groups[name] ?? []), ...news] });
    added.push(...news.map((text) => ({ file, text })));
  }
  return { files: new Map([...files].map(([file, json]) => [file, jsonText(json)])), added };
}
