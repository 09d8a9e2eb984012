import { CodedError } from '../../core/errors';
import type { EntryId } from '../../core/entry';
import type { Language } from '../../core/language';
import type { FaqText, TitleText } from '../schemas';

/** What one language says of an entry: its titles and answer, and how people ask for it. */
export interface ExchangeEntry {
  readonly id: EntryId;
  /** Absent where a format holds only utterances, and for `none`. */
  readonly text?: FaqText | TitleText;
  readonly utterances: readonly string[];
}

/** The entries of each language, in the content's order. An entry has a text or an utterance. */
export type ExchangeContent = ReadonlyMap<Language, readonly ExchangeEntry[]>;

/** Something that a format can't hold. */
export interface Loss {
  readonly language: Language;
  readonly entry: EntryId;
  /** The whole entry, its titles and answer, or one utterance. */
  readonly part: 'entry' | 'text' | 'utterance';
  /** The utterance. */
  readonly text?: string;
  readonly reason: string;
}

/** Files by name, and what they don't hold. */
export interface Exported {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly losses: readonly Loss[];
}

/** Port: a format in which content leaves and comes back. Reading what was written gives the same content, less the losses. */
export interface ExchangeFormat {
  /** How it is called on the command line. */
  readonly name: string;
  /** End of its files' names, with the dot. */
  readonly extension: string;
  /** Every loss is reported; nothing else is left out. */
  write(content: ExchangeContent): Promise<Exported>;
  /** Reads one file. Throws an `ExchangeError` that names the line or place. */
  read(data: Uint8Array): Promise<ExchangeContent>;
}

/** A file that isn't of its format. */
export class ExchangeError extends CodedError {
  readonly code = 'EXCHANGE';

  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
  }
}
