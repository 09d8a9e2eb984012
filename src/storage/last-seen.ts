import type { Database } from './database';

/** The newest instant of anything that happened, by the clock of that time; undefined where nothing has. */
export async function lastSeen(database: Database): Promise<Date | undefined> {
  const { at } = await database
    .selectFrom('event')
    .select(({ fn }) => fn.max<string | null>('at').as('at'))
    .executeTakeFirstOrThrow();
  return at === null ? undefined : new Date(at);
}
