import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '../core/clock';
import type { StoredDocument, TurnRecord, TurnRecords } from '../core/turn-record';
import type { Schema } from '../storage/schema';
import { readDocuments, writeDocument } from '../storage/state-documents';
import { appendEvents } from './outcomes/ledger-store';
import { UnansweredStore } from './unanswered/unanswered-store';

/** Keeps what turns leave behind, each turn's in one transaction. */
export class TurnStore implements TurnRecords {
  constructor(
    private readonly database: Kysely<Schema>,
    private readonly now: Clock,
  ) {}

  read(keys: readonly [string, string]): Promise<readonly StoredDocument[]> {
    return readDocuments(this.database, keys);
  }

  keep(record: TurnRecord): Promise<void> {
    return this.database
      .transaction()
      .execute((transaction) => this.keepWithin(transaction, record));
  }

  /** The same together with whatever else a transaction keeps. */
  readonly keepWithin = async (
    transaction: Transaction<Schema>,
    record: TurnRecord,
  ): Promise<void> => {
    for (const document of record.documents) await writeDocument(transaction, document, this.now());
    await appendEvents(transaction, record.events);
    const queue = new UnansweredStore(transaction, this.now);
    for (const id of record.withdrawn) await queue.withdraw(id);
    for (const question of record.unanswered) await queue.put(question);
  };
}
