import type { Kysely } from 'kysely';
import type { Clock } from '../../core/clock';
import type { Schema } from '../../storage/schema';

/** Remembers the visitor tokens that were exchanged, for as long as they would still be valid. */
export class UsedTokenStore {
  readonly #database: Kysely<Schema>;
  readonly #now: Clock;

  constructor(database: Kysely<Schema>, now: Clock) {
    this.#database = database;
    this.#now = now;
  }

  /** Notes an id until it expires; false when it was noted before. */
  async useOnce(id: string, expires: Date): Promise<boolean> {
    await this.#database
      .deleteFrom('used_visitor_token')
      .where('expires_at', '<', new Date(this.#now().getTime() - 60_000).toISOString())
      .execute();
    const { numInsertedOrUpdatedRows } = await this.#database
      .insertInto('used_visitor_token')
      .values({ id, expires_at: expires.toISOString() })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
}
