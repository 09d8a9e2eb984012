import LibsqlDatabase from 'libsql';
import { StorageError } from '../../core/errors';

/**
 * Claims a SQLite file for this process until the returned function is called or the process ends, however it ends.
 * Throws {@link StorageError} when another process has it. Tools that only look into the file need no claim.
 */
export function claimFile(path: string): () => void {
  const claim = new LibsqlDatabase(`${path}-claim`);
  try {
    claim.exec('PRAGMA locking_mode = EXCLUSIVE');
    claim.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    claim.close();
    throw new StorageError(
      `Another process serves from ${path}. A SQLite file can have one: stop the other, or let several share PostgreSQL (DATABASE_URL=postgres://…).`,
      { cause },
    );
  }
  return () => claim.close();
}
