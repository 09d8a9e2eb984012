import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import LibsqlDatabase from 'libsql';

/** Written and lost as one. */
const SECTOR = 512;

/**
 * What a power cut would leave of a database file, by what its log was flushed for: a flush that fails loses for good what
 * was written since the one before, though it can still be read, as with Linux.
 */
export class FailingDisk {
  #file: Buffer;
  #log = Buffer.alloc(0);
  /** The log as it was read when it was flushed last, successfully or not. */
  #seen = Buffer.alloc(0);
  #ids: ReadonlySet<number> | undefined;

  constructor(private readonly path: string) {
    this.#file = readFileSync(path);
  }

  flush(succeeds: boolean): void {
    this.#noteCheckpoint();
    const found = readFileSync(`${this.path}-wal`);
    const log = Buffer.alloc(Math.max(found.length, this.#log.length));
    this.#log.copy(log);
    for (let at = 0; succeeds && at < found.length; at += SECTOR) {
      const sector = found.subarray(at, at + SECTOR);
      if (!sector.equals(this.#seen.subarray(at, at + SECTOR))) sector.copy(log, at);
    }
    this.#log = log;
    this.#seen = found;
    this.#ids = undefined;
  }

  /** The ids of the words that would be found after a power cut now. */
  ids(): ReadonlySet<number> {
    this.#noteCheckpoint();
    this.#ids ??= this.#read();
    return this.#ids;
  }

  /** SQLite itself flushes what it moves from the log into the file, and then begins the log anew. */
  #noteCheckpoint(): void {
    const file = readFileSync(this.path);
    if (file.equals(this.#file)) return;
    this.#file = file;
    this.#log = this.#seen = Buffer.alloc(0);
    this.#ids = undefined;
  }

  #read(): ReadonlySet<number> {
    const copy = `${this.path}.copy`;
    writeFileSync(copy, this.#file);
    writeFileSync(`${copy}-wal`, this.#log);
    const database = new LibsqlDatabase(copy);
    const rows = database.prepare('select id from word').all([]) as readonly { id: number }[];
    database.close();
    for (const suffix of ['', '-wal', '-shm']) if (existsSync(copy + suffix)) rmSync(copy + suffix);
    return new Set(rows.map(({ id }) => id));
  }
}
