import type { Instances } from '../../core/instances';
import { SerialQueue } from './serial-queue';

/** A single process, which has nobody to settle anything with. */
export class LocalInstances implements Instances {
  readonly isShared = false;
  readonly #turns = new SerialQueue();
  readonly #running = new Set<string>();

  /** `release` is called at the end, to let another process in. */
  constructor(private readonly release: () => void = () => undefined) {}

  inTurn<T>(key: string, task: () => Promise<T>): Promise<T> {
    return this.#turns.run(key, task);
  }

  async runsOnOne(job: string, task: () => Promise<void>): Promise<boolean> {
    if (this.#running.has(job)) return false;
    this.#running.add(job);
    try {
      await task();
    } finally {
      this.#running.delete(job);
    }
    return true;
  }

  tell(): void {
    // Nobody else is there.
  }

  hear(): () => void {
    return () => undefined;
  }

  async close(): Promise<void> {
    await this.#turns.idle();
    this.release();
  }
}
