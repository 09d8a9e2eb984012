import { open, type FileHandle } from 'node:fs/promises';

/**
 * The write-ahead log of a database file. Waiting for the disk is done here rather than by SQLite, which would let the
 * whole process wait with it; and whoever comes while one wait is under way shares the next.
 */
export class WalFile {
  #failure: Error | undefined;
  #handle: Promise<FileHandle> | undefined;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  /** @param path of the database; undefined for one in memory, which never is on disk */
  constructor(private readonly path: string | undefined) {}

  /** What the disk has failed with; it may have dropped what it was to keep, and say nothing of that the next time. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** To be called when all that was committed is on disk elsewhere. */
  forgetFailure(): void {
    this.#failure = undefined;
  }

  /** Resolves when all that was committed before is on disk; rejects when that isn't certain, as after a failure. */
  sync(): Promise<void> {
    const { path } = this;
    if (path === undefined) return Promise.resolve();
    // One after another: two at once would share a failure that the disk tells only one of them.
    this.#next ??= this.#running.catch(() => undefined).then(() => this.#start(path));
    return this.#next;
  }

  /** Resolves when nobody waits for the disk any more: whatever is committed sooner has to wait all the same. */
  async idle(): Promise<void> {
    await (this.#next ?? this.#running).catch(() => undefined);
  }

  /** Lets what is under way end. */
  async close(): Promise<void> {
    await this.idle();
    await (await this.#handle)?.close();
  }

  #start(path: string): Promise<void> {
    this.#next = undefined;
    // Only a file that was opened for writing can be flushed everywhere.
    this.#handle ??= open(`${path}-wal`, 'r+');
    this.#handle.catch(() => (this.#handle = undefined));
    this.#running = this.#handle
      .then((handle) => this.#flush(handle))
      .catch((error: unknown) => {
        this.#failure = error instanceof Error ? error : new Error(String(error));
        throw this.#failure;
      });
    return this.#running;
  }

  /** What comes after something that was lost in the log can't be found again, however well it was written. */
  async #flush(handle: FileHandle): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    await handle.datasync();
  }
}
