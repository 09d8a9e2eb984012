import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Dialect } from 'kysely';
import { connectFile } from './sqlite/connect-file';
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
  const path = sqliteFile(url);
  const connection = connectFile(
    path,
    PRAGMAS.map((pragma) => `PRAGMA ${pragma}`),
  );
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

/** The path in a `file:` URL. */
export function sqliteFile(url: string): string {
  return url.replace(/^file:/, '');
}
