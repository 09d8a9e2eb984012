import type { EntryId } from '../../core/entry';
import type { Comparison, Match } from './compare-article';
import { fingerprintOf, type Fingerprint, type SourceRecord } from './source-record';

/** What a person has decided about the entries of an article. */
export interface Acceptance {
  /** Entries whose answers fit the article as it stands now; `all` for every one that was found. */
  readonly accepted: ReadonlySet<EntryId> | 'all';
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The record after a comparison: accepted entries as they stand now, changed ones marked for review. Pure. */
export function updateRecord(
  record: SourceRecord,
  comparison: Comparison,
  { accepted, today }: Acceptance,
): SourceRecord {
  const entries = { ...record.entries };
  const isAccepted = ({ entry }: Match) => accepted === 'all' || accepted.has(entry);
  for (const match of comparison.changed) {
    const known = entries[match.entry];
    if (isAccepted(match)) entries[match.entry] = merge(known, match);
    else if (known !== undefined)
      entries[match.entry] = { ...known, changed: known.changed ?? today };
  }
  for (const match of comparison.matched)
    if (isAccepted(match)) entries[match.entry] = merge(undefined, match);
  for (const match of comparison.unchanged) {
    const known = entries[match.entry];
    if (known !== undefined) entries[match.entry] = merge(known, match);
  }
  return {
    entries: Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** The match's fingerprint, with what is known of languages that this article doesn't have. */
function merge(known: Fingerprint | undefined, { question }: Match): Fingerprint {
  const now = fingerprintOf(question);
  return {
    question: { ...known?.question, ...now.question },
    answer: { ...known?.answer, ...now.answer },
    links: now.links,
  };
}
