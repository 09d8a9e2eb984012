import { soon } from '../core/soon';
import type { Database } from './database';

const NAME = 'readiness';
const PATIENCE_MS = 2000;
const SIZE = 32_768;

/** Whether something can be kept at the moment; says no to a database that takes longer than two seconds. */
export async function canWrite(database: Database): Promise<boolean> {
  const hasWritten = await soon(
    PATIENCE_MS,
    write(database).then(() => true),
  );
  return hasWritten ?? false;
}

/** Keeps as much as a long conversation takes, and forgets it. */
async function write(database: Database): Promise<void> {
  const row = { name: NAME, value: '.'.repeat(SIZE) };
  await database
    .insertInto('direct_line_key')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
  await database.deleteFrom('direct_line_key').where('name', '=', NAME).execute();
}
