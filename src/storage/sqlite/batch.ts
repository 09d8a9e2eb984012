import type LibsqlDatabase from 'libsql';
import type { WalFile } from './wal-file';

/** What is written together: a transaction that is open from its start until it is committed or has failed. */
export class Batch {
  /** Resolves when it is on disk; rejects when it isn't and won't be. */
  readonly written: Promise<void>;
  /** Set when it could have been committed but for a savepoint that is still open. */
  isDue = false;
  #isOver = false;
  #resolve: () => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;

  constructor(
    private readonly database: LibsqlDatabase.Database,
    private readonly wal: Pick<WalFile, 'sync'>,
    private readonly ended: (isCommitted: boolean) => void,
  ) {
    this.written = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Ends it; others go on while it is written to disk. */
  commit(): void {
    if (this.#isOver) return;
    try {
      this.database.exec('commit');
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('rollback');
      this.fail(error);
      return;
    }
    this.#end(true);
    this.wal.sync().then(this.#resolve, this.#reject);
  }

  /** Ends it where all that is in it was taken back, and nobody waits for it. */
  undo(): void {
    this.database.exec('rollback');
    this.#end();
  }

  /** Tells everybody in it that nothing of it was kept. */
  fail(reason: unknown): void {
    this.#end();
    this.#reject(reason);
  }

  #end(isCommitted = false): void {
    this.#isOver = true;
    this.ended(isCommitted);
  }
}
