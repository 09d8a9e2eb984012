import LibsqlDatabase from 'libsql';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StorageError } from '../../core/errors';

/**
 * Opens a SQLite file, made with its folder if missing, or `:memory:`, and runs some statements. Throws
 * {@link StorageError} when it can't be used.
 */
export function connectFile(path: string, statements: readonly string[]): LibsqlDatabase.Database {
  try {
    if (path !== ':memory:') makeFolder(dirname(path));
    const connection = new LibsqlDatabase(path);
    for (const statement of statements) connection.exec(statement);
    return connection;
  } catch (error) {
    throw new StorageError(
      `The database file ${path} can't be used (${String(error)}). DATABASE_URL has to name a SQLite file, or a place for one, on a disk with room, that the bot's user may write to and nobody else has locked.`,
      { cause: error },
    );
  }
}

/** Makes a folder and those above it. Node's own `recursive` never ends where no folder can be made, such as in `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
