import type { Kysely } from 'kysely';

/** Why tickets came, to be counted; of those that are there already nobody noted it outside the packet. */
export async function addTicketReasons(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable('ticket').addColumn('reason', 'text').execute();
  await database.schema
    .createIndex('ticket_reasons')
    .on('ticket')
    .columns(['created_at', 'reason'])
    .execute();
}
