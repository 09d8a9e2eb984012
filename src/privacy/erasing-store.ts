import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { NOBODY } from '../core/ticket';
import type { Schema } from '../storage/schema';
import type { Person } from './person';
import { TABLE_RULES } from './table-rules';

const packetSchema = z.looseObject({});

/** Takes people out of the database; what is said of it is how many rows that concerned. */
export class ErasingStore {
  constructor(private readonly database: Kysely<Schema>) {}

  /** Deletes the rows of a person in a table whose rule says so. */
  async deleteRows(table: keyof Schema, person: Person): Promise<number> {
    const { owner, erased } = TABLE_RULES[table];
    if (owner === undefined || erased !== 'deleted') return 0;
    const [column, kind] = owner;
    const ids = kind === 'state' ? [...person.state, ...person.sharedState] : person[kind];
    if (ids.length === 0) return 0;
    const { numAffectedRows = 0n } =
      await sql`delete from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(ids)})`.execute(
        this.database,
      );
    return Number(numAffectedRows);
  }

  /**
   * Empties tickets of everything but number, language, channel and times, and calls off what hasn't been delivered.
   * Their rows stay, so that no number is ever given twice.
   */
  async emptyTickets(numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    const packet = { reason: 'asked', transcript: [], candidates: [], contentVersion: '' };
    await this.database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('ticket')
        .set({ person: NOBODY, subject: '', details: '', email: null, reference: '{}' })
        .set({ packet: JSON.stringify(packet), status: 'solved' })
        .where('number', 'in', numbers)
        .execute();
      await transaction
        .updateTable('outbox')
        .set({ document: '{}', due_at: null, last_error: null, backend_reference: null })
        .where('ticket', 'in', numbers)
        .execute();
    });
  }

  /** Takes what was said before out of tickets, of those who may go on with them. */
  async emptyTranscripts(numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    const rows = await this.database
      .selectFrom('ticket')
      .select(['number', 'packet'])
      .where('number', 'in', numbers)
      .execute();
    for (const { number, packet } of rows)
      await this.database
        .updateTable('ticket')
        .set({
          packet: JSON.stringify({ ...packetSchema.parse(JSON.parse(packet)), transcript: [] }),
        })
        .where('number', '=', number)
        .execute();
  }

  /**
   * Where tickets or what was added to them have gone, or may have gone in an attempt that failed or is under way, by
   * number: the reference that was given for the ticket, or none.
   */
  async deliveries(numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
    if (numbers.length === 0) return new Map();
    const rows = await this.database
      .selectFrom('outbox')
      .select(['ticket', 'backend_reference'])
      .where('kind', 'in', ['ticket', 'addition'])
      .where('ticket', 'in', numbers)
      .where('attempts', '>', 0)
      // The ticket's own comes last, and counts.
      .orderBy('kind')
      .execute();
    return new Map(rows.map((row) => [row.ticket, row.backend_reference ?? '']));
  }
}
