import {
  SelectQueryNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type LibsqlDatabase from 'libsql';
import { z } from 'zod';
import { Batch } from './batch';
import type { FilesInPlace } from './files-in-place';
import { isWrite } from './is-write';
import type { LockPatience } from './lock-patience';
import { Mutex } from './mutex';
import { StatementCache } from './statement-cache';
import type { WalFile } from './wal-file';

const MINE = 'mine';
const CHECKPOINT = 'PRAGMA wal_checkpoint(TRUNCATE)';
const checkpointed = z.object({ busy: z.literal(0) });

/** What a driver works with, beside the connection. */
export interface DatabaseFile {
  readonly wal: WalFile;
  readonly files: FilesInPlace;
  readonly patience: LockPatience;
}

/**
 * SQLite with one commit, and so one wait for the disk, for all that was written in the same moment.
 *
 * What is written opens a transaction that ends as soon as nothing else is at hand and nobody waits for the disk; what a
 * caller calls a transaction is a savepoint in it, unless it is the first thing there. Nothing is acknowledged, and
 * nothing that was read is given out, before that commit is on disk; when it fails, everybody in it is told. What a caller
 * rolls back concerns nobody else.
 */
export class GroupCommitDriver implements Driver {
  readonly #database: LibsqlDatabase.Database;
  readonly #file: DatabaseFile;
  readonly #wal: WalFile;
  readonly #statements: StatementCache;
  readonly #mutex = new Mutex<DatabaseConnection>();
  #batch: Batch | undefined;
  /** The last one that ended, until it is on disk. */
  #ended: Batch | undefined;
  #isInTransaction = false;
  /** The batch of which the transaction is all that there is. */
  #own: Batch | undefined;

  constructor(database: LibsqlDatabase.Database, file: DatabaseFile) {
    this.#database = database;
    this.#file = file;
    this.#wal = file.wal;
    this.#statements = new StatementCache(database);
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection: DatabaseConnection = {
      executeQuery: <R>(query: CompiledQuery) => this.#execute<R>(connection, query),
      streamQuery: () => {
        throw new RangeError('Nothing here reads row by row.');
      },
    };
    await this.#mutex.lock(connection);
    return connection;
  }

  async beginTransaction(): Promise<void> {
    const isFirst = this.#batch === undefined;
    await this.#open();
    await this.#attempt(() => {
      this.#own = isFirst ? this.#batch : undefined;
      if (!isFirst) this.#database.exec(`savepoint ${MINE}`);
      this.#isInTransaction = true;
    });
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#attempt(() => {
      if (this.#own === undefined) this.#database.exec(`release ${MINE}`);
      else if (this.#own !== this.#batch) throw new Error('The transaction was rolled back.');
    });
    await this.#leave(connection);
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A transaction whose commit failed has let others in, and is gone already.
    const isOpen = this.#mutex.isHeldBy(connection) && this.#database.inTransaction;
    if (isOpen && this.#own !== undefined) this.#own.undo();
    else if (isOpen) this.#database.exec(`rollback to ${MINE}; release ${MINE}`);
    this.#release(connection);
    return Promise.resolve();
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#release(connection);
    return Promise.resolve();
  }

  async destroy(): Promise<void> {
    this.#batch?.commit();
    await this.#wal.close();
    this.#database.close();
  }

  async #execute<R>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<R>> {
    // A caller who keeps a connection has let others in while it waited for the disk.
    await this.#mutex.lock(connection);
    if (this.#isInTransaction) return this.#attempt(() => this.#statements.run<R>(query));
    // A statement that met a locked file outside a transaction would stay under way, and none could begin any more.
    if (isWrite(query)) await this.#open();
    else if (!SelectQueryNode.is(query.query)) this.#batch?.commit();
    const result = await this.#attempt(() => this.#statements.run<R>(query));
    await this.#leave(connection);
    // What is neither, such as a change of the schema, has committed itself.
    if (!isWrite(query) && !SelectQueryNode.is(query.query)) await this.#wal.sync();
    return result;
  }

  /** Lets the next one in; resolves when all that was seen and written is on disk. */
  #leave(connection: DatabaseConnection): Promise<void> {
    const written = (this.#batch ?? this.#ended)?.written;
    this.#release(connection);
    return written ?? Promise.resolve();
  }

  #release(connection: DatabaseConnection): void {
    if (!this.#mutex.isHeldBy(connection)) return;
    this.#isInTransaction = false;
    if (this.#batch?.isDue === true) this.#batch.commit();
    this.#mutex.unlock();
  }

  async #open(): Promise<void> {
    if (this.#batch !== undefined) return;
    this.#file.files.check();
    this.#overcomeFailure();
    await this.#file.patience.run(() => this.#database.exec('begin immediate'));
    const batch = new Batch(this.#database, this.#wal, () => {
      this.#batch = undefined;
      this.#ended = batch;
    });
    const forget = () => {
      if (this.#ended === batch) this.#ended = undefined;
    };
    batch.written.then(forget, forget);
    this.#batch = batch;
    const commit = () => {
      if (this.#isInTransaction) batch.isDue = true;
      else batch.commit();
    };
    void this.#wal.idle().then(() => setImmediate(commit));
  }

  /** What the log may have lost to a failing disk is in the file itself before anything new is acknowledged. */
  #overcomeFailure(): void {
    const { failure } = this.#wal;
    if (failure === undefined) return;
    const [outcome] = this.#database.prepare(CHECKPOINT).all([]);
    if (!checkpointed.safeParse(outcome).success) throw failure;
    this.#wal.forgetFailure();
  }

  /** Some errors, such as a full disk, make SQLite roll back everything: then everybody is told. */
  #attempt<T>(work: () => T): Promise<T> {
    try {
      return Promise.resolve(work());
    } catch (error) {
      if (!this.#database.inTransaction) this.#batch?.fail(error);
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
