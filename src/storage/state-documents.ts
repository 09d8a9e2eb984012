import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { StorageError } from '../core/errors';
import type { StateDocument, StoredDocument } from '../core/turn-record';
import type { Schema } from './schema';

/** The documents of some keys; none for a key that has none. */
export function readDocuments(
  database: Kysely<Schema>,
  keys: readonly string[],
): Promise<readonly StoredDocument[]> {
  return database
    .selectFrom('state')
    .select(['key', 'document', 'etag'])
    .where('key', 'in', keys)
    .execute();
}

/** Keeps a document; throws {@link StorageError} when it replaces another than the stored one. */
export async function writeDocument(
  database: Kysely<Schema>,
  { key, document, replaces }: StateDocument,
  now: Date,
): Promise<void> {
  const etag = createHash('sha256').update(document).digest('base64url').slice(0, 22);
  const row = { key, document, etag, updated_at: now.toISOString() };
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('state')
    .values(row)
    .onConflict((conflict) => {
      const update = conflict.column('key').doUpdateSet(row);
      return replaces === undefined ? update : update.where('state.etag', '=', replaces);
    })
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n)
    throw new StorageError(`State ${key} was changed by another turn; its eTag no longer matches.`);
}
