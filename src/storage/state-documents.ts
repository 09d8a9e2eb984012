import type { Kysely, Selectable } from 'kysely';
import { digestOf } from '../core/digest';
import { StorageError } from '../core/errors';
import type { StateDocument, StoredDocument } from '../core/turn-record';
import { prepareRows } from './prepare';
import type { Schema, StateTable } from './schema';

const read = prepareRows<{ key: string }, StoredDocument>((database, wanted) =>
  database
    .selectFrom('state')
    .select(['key', 'document', 'etag'])
    .where(
      'key',
      'in',
      wanted.map(({ key }) => key),
    ),
);

type StateRow = Selectable<StateTable>;

const write = prepareRows<StateRow>(upsert);
const replace = prepareRows<StateRow & { readonly replaces: string }>((database, rows) =>
  upsert(database, rows, (row) => row.replaces),
);

/** The documents of some keys; none for a key that has none. */
export async function readDocuments(
  database: Kysely<Schema>,
  keys: readonly string[],
): Promise<readonly StoredDocument[]> {
  const results = await read(
    database,
    keys.map((key) => ({ key })),
  );
  return results.flatMap(({ rows }) => rows);
}

/** Keeps documents; throws {@link StorageError} when one replaces another than the stored one. */
export async function writeDocuments(
  database: Kysely<Schema>,
  documents: readonly StateDocument[],
  now: Date,
): Promise<void> {
  const rows = documents.map(({ key, document, replaces, at: updated_at = now.toISOString() }) => ({
    ...{ key, document, etag: digestOf(document), updated_at, replaces },
  }));
  await write(
    database,
    rows.filter(({ replaces }) => replaces === undefined),
  );
  const guarded = rows.flatMap(({ replaces, ...row }) =>
    replaces === undefined ? [] : [{ ...row, replaces }],
  );
  const results = await replace(database, guarded);
  const replaced = results.reduce(
    (sum, { numAffectedRows = 0n }) => sum + Number(numAffectedRows),
    0,
  );
  if (replaced === guarded.length) return;
  const keys = guarded.map(({ key }) => key).join(', ');
  throw new StorageError(`State ${keys} was changed by another turn; its eTag no longer matches.`);
}

/** Whatever is stored is replaced, or only what has the eTag that is told for its row. */
function upsert<Row extends StateRow>(
  database: Kysely<Schema>,
  rows: readonly Row[],
  replaced?: (row: Row) => string,
) {
  return database
    .insertInto('state')
    .values(
      rows.map(({ key, document, etag, updated_at }) => ({ key, document, etag, updated_at })),
    )
    .onConflict((conflict) => {
      const update = conflict.column('key').doUpdateSet((values) => ({
        document: values.ref('excluded.document'),
        etag: values.ref('excluded.etag'),
        updated_at: values.ref('excluded.updated_at'),
      }));
      if (replaced === undefined) return update;
      return update.where((values) =>
        values.or(
          rows.map((row) =>
            values('state.key', '=', row.key).and('state.etag', '=', replaced(row)),
          ),
        ),
      );
    });
}
