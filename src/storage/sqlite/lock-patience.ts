import { setTimeout as wait } from 'node:timers/promises';

/** Pause between two looks whether the file is free. */
const PAUSE_MS = 10;

/**
 * Tries again while another process, such as a tool, has locked the file, and lets the program go on meanwhile. The first
 * who meets a lock waits; while it lasts, those after them are told at once.
 */
export class LockPatience {
  /** When the lock was met first, and last. */
  #first = -Infinity;
  #last = -Infinity;

  /** @param milliseconds for which a lock is waited out */
  constructor(private readonly milliseconds: number) {}

  /** Gives what the work gives; rejects with its error when it isn't a lock, or when that lasts too long. */
  async run<T>(work: () => T): Promise<T> {
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!isLocked(error) || this.#isOver()) throw error;
      }
      await wait(PAUSE_MS);
    }
  }

  #isOver(): boolean {
    const now = performance.now();
    if (now - this.#last > this.milliseconds) this.#first = now;
    this.#last = now;
    return now - this.#first > this.milliseconds;
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
