import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '../core/clock';
import type { TranscriptLine } from '../core/ticket';
import type { StoredDocument, TurnRecord, TurnRecords } from '../core/turn-record';
import { writeReference } from '../storage/conversation-reference-store';
import type { Schema } from '../storage/schema';
import { readDocuments, writeDocument } from '../storage/state-documents';
import { readLines, writeLines } from '../storage/turn-lines';
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

  linesSince(conversation: string, instant: string): Promise<readonly TranscriptLine[]> {
    return readLines(this.database, conversation, instant);
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
    const now = this.now();
    const { documents, said, reference } = record;
    for (const document of documents) await writeDocument(transaction, document, now);
    if (said !== undefined) await writeLines(transaction, said, now);
    if (reference !== undefined) await writeReference(transaction, reference, now);
    await appendEvents(transaction, record.events);
    const queue = new UnansweredStore(transaction, this.now);
    for (const id of record.withdrawn) await queue.withdraw(id);
    for (const question of record.unanswered) await queue.put(question);
  };
}
