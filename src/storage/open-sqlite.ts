import LibsqlDatabase from 'libsql';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Dialect } from 'kysely';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StorageError } from '../core/errors';
import { GroupCommitDriver } from './sqlite/group-commit-driver';
import { FilesInPlace } from './sqlite/files-in-place';
import { LockPatience } from './sqlite/lock-patience';
import { WalFile } from './sqlite/wal-file';

/** How long is waited for another process, such as a tool, to let go of the file. */
const PATIENCE_MS = 2000;

const PRAGMAS = [
  `busy_timeout = ${PATIENCE_MS}`,
  'journal_mode = WAL',
  // SQLite waits for the disk when it moves the log into the file; for each commit, the driver does.
  'synchronous = NORMAL',
  'foreign_keys = ON',
  // What is deleted is overwritten, not only marked as free.
  'secure_delete = ON',
  // From now on the driver waits, which SQLite would do with the whole process.
  'busy_timeout = 0',
];

/** Opens a SQLite file, made with its folder if missing, or `file::memory:`. Throws {@link StorageError} when it can't be used. */
export function openSqlite(url: string): Dialect {
  const path = url.replace(/^file:/, '');
  const connection = connect(path);
  const file = path === ':memory:' ? undefined : path;
  return {
    createDriver: () =>
      new GroupCommitDriver(connection, {
        wal: new WalFile(file),
        files: new FilesInPlace(file),
        patience: new LockPatience(PATIENCE_MS),
      }),
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (database) => new SqliteIntrospector(database),
  };
}

function connect(path: string): LibsqlDatabase.Database {
  try {
    if (path !== ':memory:') makeFolder(dirname(path));
    const connection = new LibsqlDatabase(path);
    for (const pragma of PRAGMAS) connection.exec(`PRAGMA ${pragma}`);
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
