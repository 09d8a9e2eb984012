import type { Database } from './database';

const NAME = 'ages';

/**
 * How late it was when the bot ran last: what {@link noteSeen} has noted, in databases that have none yet the newest instant
 * of anything that happened; undefined where nothing has.
 */
export async function lastSeen(database: Database): Promise<Date | undefined> {
  const noted = await database
    .selectFrom('clock')
    .select('at')
    .where('name', '=', NAME)
    .executeTakeFirst();
  if (noted !== undefined) return new Date(noted.at);
  const { at } = await database
    .selectFrom('event')
    .select(({ fn }) => fn.max<string | null>('at').as('at'))
    .executeTakeFirstOrThrow();
  return at === null ? undefined : new Date(at);
}

/**
 * Notes how late it is by the clock that things are deleted by. What happens is no witness: while a clock is ahead, it
 * happens in the future, and a start by the same clock would find nothing wrong.
 */
export async function noteSeen(database: Database, at: Date): Promise<void> {
  await database
    .insertInto('clock')
    .values({ name: NAME, at: at.toISOString() })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ at: at.toISOString() }))
    .execute();
}
