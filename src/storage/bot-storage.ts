import type { Storage, StoreItems } from 'botbuilder';
import { z } from 'zod';
import type { Clock } from '../core/clock';
import type { Database } from './database';
import { writeDocuments } from './state-documents';

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
      .select(['key', 'document', 'etag'])
      .where('key', 'in', keys)
      .execute();
    return Object.fromEntries(
      rows.map((row) => [row.key, { ...document.parse(JSON.parse(row.document)), eTag: row.etag }]),
    );
  }

  async write(changes: StoreItems): Promise<void> {
    const items = z.record(z.string(), document).parse(changes);
    await this.#database.transaction().execute(async (transaction) => {
      const documents = Object.entries(items).map(([key, { eTag, ...content }]) => {
        const replaces = typeof eTag === 'string' && eTag !== '*' ? eTag : undefined;
        return { key, document: JSON.stringify(content), replaces };
      });
      await writeDocuments(transaction, documents, this.#now());
    });
  }

  async delete(keys: string[]): Promise<void> {
    if (keys.length > 0)
      await this.#database.deleteFrom('state').where('key', 'in', keys).execute();
  }
}
