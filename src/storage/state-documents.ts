import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { StorageError } from '../core/errors';
import type { StateDocument, StoredDocument } from '../core/turn-record';
import { prepare } from './prepare';
import type { Schema, StateTable } from './schema';

const readPair = prepare<{ one: string; other: string }, StoredDocument>(
  (database, { one, other }) =>
    database
      .selectFrom('state')
      .select(['key', 'document', 'etag'])
      .where('key', 'in', [one, other]),
);

const write = prepare<Selectable<StateTable>>((database, row) => upsert(database, row));
const replace = prepare<Selectable<StateTable> & { replaces: string }>((database, row) =>
  upsert(database, row, row.replaces),
);

/** The documents of two keys; none for a key that has none. */
export async function readDocuments(
  database: Kysely<Schema>,
  [one, other]: readonly [string, string],
): Promise<readonly StoredDocument[]> {
  return (await readPair(database, { one, other })).rows;
}

/** Keeps a document; throws {@link StorageError} when it replaces another than the stored one. */
export async function writeDocument(
  database: Kysely<Schema>,
  { key, document, replaces }: StateDocument,
  now: Date,
): Promise<void> {
  const etag = createHash('sha256').update(document).digest('base64url').slice(0, 22);
  const row = { key, document, etag, updated_at: now.toISOString() };
  const { numAffectedRows } = await (replaces === undefined
    ? write(database, row)
    : replace(database, { ...row, replaces }));
  if (numAffectedRows === 0n)
    throw new StorageError(`State ${key} was changed by another turn; its eTag no longer matches.`);
}

function upsert(database: Kysely<Schema>, row: Selectable<StateTable>, replaces?: string) {
  const { key, document, etag, updated_at } = row;
  const values = { key, document, etag, updated_at };
  return database
    .insertInto('state')
    .values(values)
    .onConflict((conflict) => {
      const update = conflict.column('key').doUpdateSet(values);
      return replaces === undefined ? update : update.where('state.etag', '=', replaces);
    });
}
