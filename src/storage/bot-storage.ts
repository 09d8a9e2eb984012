import type { Storage, StoreItems } from 'botbuilder';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../core/clock';
import { StorageError } from '../core/errors';
import type { Database } from './database';

const document = z.record(z.string(), z.unknown());

/** The Bot Framework's `Storage` on the database: a document a key, refused when its eTag is not the stored one. */
export class BotStorage implements Storage {
  readonly #database: Database;
  readonly #now: Clock;

  constructor(database: Database, now: Clock) {
    this.#database = database;
    this.#now = now;
  }

  async read(keys: string[]): Promise<StoreItems> {
    if (keys.length === 0) return {};
    const rows = await this.#database
      .selectFrom('state')
      .selectAll()
      .where('key', 'in', keys)
      .execute();
    return Object.fromEntries(
      rows.map((row) => [row.key, { ...document.parse(JSON.parse(row.document)), eTag: row.etag }]),
    );
  }

  async write(changes: StoreItems): Promise<void> {
    const items = z.record(z.string(), document).parse(changes);
    await this.#database.transaction().execute(async (transaction) => {
      for (const [key, { eTag, ...content }] of Object.entries(items)) {
        const text = JSON.stringify(content);
        const row = {
          key,
          document: text,
          etag: createHash('sha256').update(text).digest('base64url').slice(0, 22),
          updated_at: this.#now().toISOString(),
        };
        const replace = transaction
          .insertInto('state')
          .values(row)
          .onConflict((conflict) => {
            const update = conflict.column('key').doUpdateSet(row);
            return typeof eTag === 'string' && eTag !== '*'
              ? update.where('state.etag', '=', eTag)
              : update;
          });
        const { numInsertedOrUpdatedRows } = await replace.executeTakeFirst();
        if (numInsertedOrUpdatedRows === 0n)
          throw new StorageError(
            `State ${key} was changed by another turn; its eTag no longer matches.`,
          );
      }
    });
  }

  async delete(keys: string[]): Promise<void> {
    if (keys.length > 0)
      await this.#database.deleteFrom('state').where('key', 'in', keys).execute();
  }
}
