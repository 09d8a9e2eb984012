import type { AnswerPlace } from './answer-place';
import type { IntentId } from './recognition';

/** Id of an entry, `topic.name`: its path below `dialogs/`. Never changes once published. */
export type EntryId = IntentId;

/** How an entry is answered: from content, from account state, or by the conversation itself. */
export type EntryKind = 'faq' | 'account' | 'service';

/** Language-neutral structure of an entry, as in `dialogs/<topic>/<entry>.json`. */
export interface Entry {
  readonly id: EntryId;
  readonly topic: string;
  readonly kind: EntryKind;
  /** Keys of `dialogs/links.json`. */
  readonly links: readonly string[];
  /** Entries offered next. */
  readonly related: readonly EntryId[];
  /** For an account entry: the FAQ entries that answer it in general, the first by default. */
  readonly general: readonly EntryId[];
  /** For a FAQ entry: the account entry that shows the company's own state. */
  readonly account?: EntryId;
  /** Where its answer tells one thing that a follow-up may ask, by the keys of `locales/<language>/aspects.json`. */
  readonly aspects: Readonly<Record<string, AnswerPlace>>;
  /** Key of `dialogs/sources.json`; absent for services. */
  readonly source?: string;
  /** Calendar dates `YYYY-MM-DD`. */
  readonly reviewed: string;
  readonly reviewBy: string;
}
