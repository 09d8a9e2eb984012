import { z } from 'zod';
import type { Instances, Listener } from '../../core/instances';
import type { Log } from '../../core/log';
import type { Database } from '../database';
import { ControlConnection } from './control-connection';
import { TurnQueue } from './turn-queue';

/** PostgreSQL takes 8000 bytes at most. */
const LONGEST_NOTICE = 7900;
const CHECK_MS = 10_000;
const CALL = 'call';

const noticeSchema = z.object({ from: z.number(), subject: z.string(), message: z.string() });

export interface PostgresInstancesOptions {
  readonly url: string;
  readonly database: Database;
  /** Number of this instance, unlike that of any other; up to 2³¹. */
  readonly instance: number;
  readonly log: Log;
}

/** Instances that share a PostgreSQL database. */
export class PostgresInstances implements Instances {
  readonly isShared = true;
  readonly #instance: number;
  readonly #log: Log;
  readonly #control: ControlConnection;
  readonly #queue: TurnQueue;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #running = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PostgresInstancesOptions) {
    this.#instance = options.instance;
    this.#log = options.log;
    this.#control = new ControlConnection({
      ...options,
      told: (payload) => this.#told(payload),
      reconnected: () => this.#missed(),
    });
    this.#queue = new TurnQueue({
      ...options,
      call: (ticket) =>
        ticket.startsWith(`${options.instance}/`)
          ? this.#queue.called(ticket)
          : this.tell(CALL, ticket),
    });
  }

  /** Connects; rejects when the server can't be reached. */
  async open(): Promise<void> {
    await this.#queue.open();
    await this.#control.open();
    this.hear(CALL, {
      told: (ticket) => this.#queue.called(ticket),
      missed: () => undefined,
    });
    this.#timer = setInterval(() => {
      this.#control.check();
      this.#missed();
    }, CHECK_MS).unref();
  }

  inTurn<T>(key: string, task: () => Promise<T>): Promise<T> {
    return this.#queue.run(key, task);
  }

  async runsOnOne(job: string, task: () => Promise<void>): Promise<boolean> {
    // The lock is this connection's: it would be given to a second one here as well.
    if (this.#running.has(job)) return false;
    this.#running.add(job);
    try {
      if (!(await this.#control.tryLock(job))) return false;
      await task().finally(() => this.#control.unlock(job));
      return true;
    } finally {
      this.#running.delete(job);
    }
  }

  tell(subject: string, message: string): void {
    const notice = JSON.stringify({ from: this.#instance, subject, message });
    if (Buffer.byteLength(notice) <= LONGEST_NOTICE) this.#control.tell(notice);
  }

  hear(subject: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(subject) ?? new Set();
    this.#listeners.set(subject, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#queue.close();
    await this.#control.close();
  }

  #told(payload: string): void {
    const notice = readNotice(payload);
    if (notice === undefined || notice.from === this.#instance) return;
    for (const listener of this.#listeners.get(notice.subject) ?? [])
      try {
        listener.told(notice.message);
      } catch (err) {
        // What another version tells may mean nothing here.
        this.#log.warn({ err, subject: notice.subject }, 'notice not understood');
      }
  }

  #missed(): void {
    for (const listeners of this.#listeners.values())
      for (const listener of listeners) listener.missed();
  }
}

/** Reads what an instance tells, which may be of another version. */
function readNotice(payload: string): z.infer<typeof noticeSchema> | undefined {
  try {
    return noticeSchema.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
}
