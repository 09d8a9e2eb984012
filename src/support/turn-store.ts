import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '../core/clock';
import { compareText } from '../core/compare-text';
import { Gatherer } from '../core/gatherer';
import type { TranscriptLine } from '../core/ticket';
import type { StoredDocument, TurnRecord, TurnRecords } from '../core/turn-record';
import { writeReferences } from '../storage/conversation-reference-store';
import { DocumentReader } from '../storage/document-reader';
import { isUnavailable } from '../storage/is-unavailable';
import type { Schema } from '../storage/schema';
import { writeDocuments } from '../storage/state-documents';
import { readLines, writeLines } from '../storage/turn-lines';
import { appendEvents } from './outcomes/ledger-store';
import { UnansweredStore } from './unanswered/unanswered-store';

/** Under load turns are kept together, several in a transaction; a turn by itself waits for no other. */
const GATHERING = { pace: 4, longest: 16, most: 32, isCommon: isUnavailable };

/** Keeps what turns leave behind: all that a turn does, or nothing. */
export class TurnStore implements TurnRecords {
  readonly #documents: DocumentReader;
  readonly #turns: Gatherer<TurnRecord>;

  constructor(
    private readonly database: Kysely<Schema>,
    private readonly now: Clock,
  ) {
    this.#documents = new DocumentReader(database);
    this.#turns = new Gatherer(
      (records) =>
        database.transaction().execute((transaction) => this.#write(transaction, records)),
      GATHERING,
    );
  }

  read(keys: readonly [string, string]): Promise<readonly StoredDocument[]> {
    return this.#documents.read(keys);
  }

  linesSince(conversation: string, instant: string): Promise<readonly TranscriptLine[]> {
    return readLines(this.database, conversation, instant);
  }

  keep(record: TurnRecord): Promise<void> {
    return this.#turns.add(record);
  }

  /** The same together with whatever else a transaction keeps. */
  readonly keepWithin = (transaction: Transaction<Schema>, record: TurnRecord): Promise<void> =>
    this.#write(transaction, [record]);

  async #write(transaction: Transaction<Schema>, records: readonly TurnRecord[]): Promise<void> {
    const now = this.now();
    const all = <Item>(list: (record: TurnRecord) => Item | readonly Item[] | undefined) =>
      records.flatMap((record) => list(record) ?? []);
    // Always in the same order, so that no two transactions wait for each other.
    const documents = all((record) => record.documents);
    documents.sort((one, other) => compareText(one.key, other.key));
    await writeDocuments(transaction, documents, now);
    await writeLines(
      transaction,
      all((record) => record.said),
      now,
    );
    await writeReferences(
      transaction,
      all((record) => record.reference),
      now,
    );
    await appendEvents(
      transaction,
      all((record) => record.events),
    );
    const queue = new UnansweredStore(transaction, this.now);
    for (const id of all((record) => record.withdrawn)) await queue.withdraw(id);
    await queue.put(...all((record) => record.unanswered));
  }
}
