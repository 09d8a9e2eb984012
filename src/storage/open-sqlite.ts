import LibsqlDatabase from 'libsql';
import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Dialect } from 'kysely';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { GroupCommitDriver } from './sqlite/group-commit-driver';
import { WalFile } from './sqlite/wal-file';

/** How long a statement waits for another process, such as a tool, to let go of the file. Nothing else is done meanwhile. */
const PATIENCE_MS = 2000;

/** Opens a SQLite file, made with its folder if missing, or `file::memory:`. */
export function openSqlite(url: string): Dialect {
  const path = url.replace(/^file:/, '');
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const connection = new LibsqlDatabase(path);
  for (const pragma of [
    'journal_mode = WAL',
    // SQLite waits for the disk when it moves the log into the file; for each commit, the driver does.
    'synchronous = NORMAL',
    `busy_timeout = ${PATIENCE_MS}`,
    'foreign_keys = ON',
    // What is deleted is overwritten, not only marked as free.
    'secure_delete = ON',
  ])
    connection.exec(`PRAGMA ${pragma}`);
  return {
    createDriver: () =>
      new GroupCommitDriver(connection, new WalFile(path === ':memory:' ? undefined : path)),
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (database) => new SqliteIntrospector(database),
  };
}
