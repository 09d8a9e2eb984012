import { addDays } from '../../core/calendar-date';
import type { EntryId } from '../../core/entry';
import { contentError } from '../fault';
import type { Content } from '../content';
import { ContentFiles } from '../content-files';
import { jsonText } from '../json-text';
import type { Article } from './article';
import { compareArticle, type Comparison, type Understand } from './compare-article';
import { proposeEntries, type Proposals } from './propose-entries';
import { sourceRecord, type SourceRecord } from './source-record';
import { updateRecord } from './update-record';

export interface ImportInput {
  /** Folder that holds `dialogs/` and `locales/`. */
  readonly root: string;
  readonly content: Content;
  readonly article: Article;
  /** Key of `dialogs/sources.json`. */
  readonly source: string;
  readonly understand: Understand;
  /** What a person says: entry by line of the question. */
  readonly told: ReadonlyMap<number, EntryId>;
  /** Entries whose answers a person has held against the article, and found to fit. */
  readonly accepted: ReadonlySet<EntryId> | 'all';
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** What an import found, and what it wants written. Authored text is never among it. */
export interface ImportResult {
  readonly comparison: Comparison;
  readonly record: { readonly file: string; readonly text: string };
  readonly proposals: Proposals;
}

/** Days until a new answer is due for review. */
const REVIEW_DAYS = 182;

/** Where the record of a source stands. */
export function recordFile(source: string): string {
  return `dialogs/sources/${source}.json`;
}

/** Compares an article with the content. Reads files, writes none. Throws a `ContentError` for a record that can't be read. */
export function importArticle(input: ImportInput): ImportResult {
  const { root, content, source, today, accepted } = input;
  const file = recordFile(source);
  const record = readRecord(root, file);
  const comparison = compareArticle({ ...input, record });
  return {
    comparison,
    record: { file, text: jsonText(updateRecord(record, comparison, { accepted, today })) },
    proposals: proposeEntries({
      ...{ fresh: comparison.fresh, content, source, today },
      reviewBy: addDays(today, REVIEW_DAYS),
    }),
  };
}

function readRecord(root: string, file: string): SourceRecord {
  const files = new ContentFiles(root);
  if (files.text(file) === undefined) return { entries: {} };
  const record = files.read(file, sourceRecord);
  if (record === undefined) throw contentError(files.faults);
  return record;
}
