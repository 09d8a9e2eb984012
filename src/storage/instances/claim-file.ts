import LibsqlDatabase from 'libsql';
import { StorageError } from '../../core/errors';
import { connectFile } from '../sqlite/connect-file';

/**
 * Claims a SQLite file, which need not be there yet, for this process until the returned function is called or the process
 * ends, however it ends. Throws {@link StorageError} when another process has it, or when there is no place for it. Tools
 * need no claim.
 */
export function claimFile(path: string): () => void {
  const claim = connectFile(`${path}-claim`, ['PRAGMA locking_mode = EXCLUSIVE']);
  try {
    claim.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    claim.close();
    const isTaken = cause instanceof LibsqlDatabase.SqliteError && cause.code === 'SQLITE_BUSY';
    throw new StorageError(
      isTaken
        ? `Another process serves from ${path}. A SQLite file can have one: stop the other, or let several share PostgreSQL (DATABASE_URL=postgres://…).`
        : `The database file ${path} can't be claimed for this process (${String(cause)}).`,
      { cause },
    );
  }
  return () => claim.close();
}
