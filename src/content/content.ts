import type { Entry, EntryId } from '../core/entry';
import type { Language } from '../core/language';
import type { IntentId } from '../core/recognition';
import type { FaqText, TitleText, Words } from './schemas';

/** A topic of the menu with the entries that it lists, in order. */
export interface Topic {
  readonly topic: string;
  readonly entries: readonly EntryId[];
}

/** Everything that one language says. */
export interface LanguageContent {
  /** BCP 47 tag with region, for dates and numbers. */
  readonly locale: string;
  /** How addresses of Microsoft's pages name the language. */
  readonly linkLocale: string;
  readonly name: string;
  /** Answers of the FAQ entries. */
  readonly answers: ReadonlyMap<EntryId, FaqText>;
  /** Titles of all entries. */
  readonly titles: ReadonlyMap<EntryId, TitleText>;
  /** Training utterances by intent, `none` included. */
  readonly utterances: Readonly<Record<IntentId, readonly string[]>>;
  /** Words by namespace: the file name below the language's folder. */
  readonly words: Readonly<Record<string, Words>>;
}

/** What the bot knows, loaded and checked. */
export interface Content {
  readonly languages: readonly Language[];
  readonly entries: ReadonlyMap<EntryId, Entry>;
  readonly topics: readonly Topic[];
  /** Addresses by key; `{locale}` is filled with each language's `linkLocale`. */
  readonly links: Readonly<Record<string, { readonly url: string }>>;
  /** Dates of the sources by key, `YYYY-MM-DD`. */
  readonly sources: Readonly<Record<string, { readonly dated: string }>>;
  readonly in: ReadonlyMap<Language, LanguageContent>;
}
