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
  /** The last one that was committed, until it is on disk. */
  #committed: Batch | undefined;
  /** What a caller calls a transaction, with the batch that it is in, and whether it is all that there is in it. */
  #transaction: { readonly batch: Batch | undefined; readonly isAlone: boolean } | undefined;

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
    const isAlone = this.#batch === undefined;
    await this.#open();
    await this.#attempt(() => {
      if (!isAlone) this.#database.exec(`savepoint ${MINE}`);
      this.#transaction = { batch: this.#batch, isAlone };
    });
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#attempt(() => {
      if (this.#ongoing()?.isAlone === false) this.#database.exec(`release ${MINE}`);
    });
    await this.#leave(connection);
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A transaction whose commit failed has let others in, and is gone already.
    const isOpen = this.#mutex.isHeldBy(connection) && this.#database.inTransaction;
    if (isOpen && this.#transaction?.isAlone === true) this.#transaction.batch?.undo();
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
    if (this.#transaction !== undefined)
      return this.#attempt(() => {
        this.#ongoing();
        return this.#statements.run<R>(query);
      });
    // A statement that met a locked file outside a transaction would stay under way, and none could begin any more.
    if (isWrite(query)) await this.#open();
    else if (!SelectQueryNode.is(query.query)) this.#batch?.commit();
    else if (this.#batch === undefined) this.#overcomeFailure();
    const result = await this.#attempt(() => this.#statements.run<R>(query));
    await this.#leave(connection);
    // What is neither, such as a change of the schema, has committed itself.
    if (!isWrite(query) && !SelectQueryNode.is(query.query)) await this.#wal.sync();
    return result;
  }

  /** The transaction; throws when all that was in it was rolled back, and more would be kept at once and alone. */
  #ongoing() {
    if (this.#transaction?.batch !== this.#batch)
      throw new Error('The transaction was rolled back.');
    return this.#transaction;
  }

  /** Lets the next one in; resolves when all that was seen and written is on disk. */
  #leave(connection: DatabaseConnection): Promise<void> {
    const written = (this.#batch ?? this.#committed)?.written;
    this.#release(connection);
    return written ?? Promise.resolve();
  }

  #release(connection: DatabaseConnection): void {
    if (!this.#mutex.isHeldBy(connection)) return;
    this.#transaction = undefined;
    if (this.#batch?.isDue === true) this.#batch.commit();
    this.#mutex.unlock();
  }

  async #open(): Promise<void> {
    if (this.#batch !== undefined) return;
    this.#file.files.check();
    this.#overcomeFailure();
    await this.#file.patience.run(() => this.#database.exec('begin immediate'));
    const batch = new Batch(this.#database, this.#wal, (isCommitted) => {
      this.#batch = undefined;
      if (isCommitted) this.#committed = batch;
    });
    const forget = () => {
      if (this.#committed === batch) this.#committed = undefined;
    };
    batch.written.then(forget, forget);
    this.#batch = batch;
    const commit = () => {
      if (this.#transaction !== undefined) batch.isDue = true;
      else batch.commit();
    };
    void this.#wal.idle().then(() => setImmediate(commit));
  }

  /** What the log may have lost to a failing disk is in the file itself before anything is acknowledged or given out. */
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
