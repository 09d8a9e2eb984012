import type { Clock } from '../../core/clock';
import type { Instances } from '../../core/instances';
import type { Log } from '../../core/log';
import { loggedMessage } from '../../privacy/log-error';
import { NotAcceptedError } from './not-accepted-error';
import type { OutboxJob, OutboxStore } from './outbox-store';
import type { PersonNotifier } from './person-notifier';
import type { Accepted, TicketBackend } from './ticket-backend';
import type { TicketStore } from './ticket-store';

export interface OutboxOptions {
  readonly jobs: OutboxStore;
  readonly tickets: TicketStore;
  readonly backend: TicketBackend;
  readonly notifier: PersonNotifier;
  readonly now: Clock;
  readonly log: Log;
  /** Told how each attempt ended, for metrics. */
  readonly attempted?: ((kind: OutboxJob['kind'], isDone: boolean) => void) | undefined;
}

/** A job whose worker has said nothing for so long is taken to have crashed. */
const CLAIM_SECONDS = 60;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 900;
const POLL_SECONDS = 2;

/** Delivers what was saved, again and again with growing pauses until it has arrived. */
export class Outbox {
  readonly #options: OutboxOptions;
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> = Promise.resolve();

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Keeps working on what is due, on one instance at a time, until closed. What earlier processes left undone comes first. */
  start(instances: Pick<Instances, 'runsOnOne' | 'isShared'>): void {
    // What another process has claimed it may still be at, but there is none.
    let begin = instances.isShared ? undefined : () => this.#free();
    const work = () => {
      this.#pass = instances
        .runsOnOne('outbox', async () => {
          await begin?.();
          begin = undefined;
          await this.deliverDue();
        })
        .catch((err: unknown) => this.#options.log.error({ err }, 'outbox failed'))
        .then(() => {
          if (this.#timer !== undefined) this.#timer = setTimeout(work, POLL_SECONDS * 1000);
        });
    };
    this.#timer = setTimeout(work, 0);
  }

  /** Finishes the attempt under way; the rest waits for the next start. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#pass;
  }

  /** Tries everything that is due once. */
  async deliverDue(): Promise<void> {
    const started = this.#options.now();
    for (;;) {
      const job = await this.#options.jobs.claimDue(
        started.toISOString(),
        this.#after(CLAIM_SECONDS),
        this.#after(LONGEST_WAIT_SECONDS),
      );
      if (job === undefined) return;
      await this.#attempt(job);
    }
  }

  /** Tries one job now; gives whether it is done. False also when another instance works on it. */
  async deliver(id: string): Promise<boolean> {
    const { jobs, now } = this.#options;
    const job = await jobs.claim(id, now().toISOString(), this.#after(CLAIM_SECONDS));
    return job !== undefined && (await this.#attempt(job));
  }

  #free(): Promise<void> {
    return this.#options.jobs.free(this.#options.now().toISOString());
  }

  async #attempt(job: OutboxJob): Promise<boolean> {
    const { jobs, now, log, attempted } = this.#options;
    const facts = { job: job.id, kind: job.kind, ticket: job.ticket, attempts: job.attempts };
    try {
      const accepted = await this.#perform(job);
      await jobs.finish(job, now().toISOString(), accepted);
      log.info(facts, 'outbox job done');
      attempted?.(job.kind, true);
      return true;
    } catch (error) {
      const reason = loggedMessage(error);
      const asked = error instanceof NotAcceptedError ? error.retryAfter : undefined;
      await jobs.postpone(job.id, this.#after(waitSeconds(job.attempts, asked)), reason);
      log.warn({ ...facts, reason }, 'outbox job postponed');
      attempted?.(job.kind, false);
      return false;
    }
  }

  async #perform(job: OutboxJob): Promise<Accepted> {
    const { jobs, tickets, backend, notifier } = this.#options;
    const ticket = await tickets.find(job.ticket);
    if (ticket === undefined) return {};
    if (job.kind === 'ticket') return backend.deliver(ticket);
    if (job.kind === 'addition') {
      const delivery = (await jobs.deliveries([ticket.number])).get(ticket.number);
      return backend.add(ticket, job.addition, delivery?.reference);
    }
    await notifier.notify(ticket, job.change);
    return {};
  }

  #after(seconds: number): string {
    return new Date(this.#options.now().getTime() + seconds * 1000).toISOString();
  }
}

/**
 * Pause after an attempt, doubling from five seconds to a quarter of an hour; longer where the backend has asked for it, in
 * milliseconds, but no longer than that either.
 */
export function waitSeconds(attempts: number, asked = 0): number {
  const pause = Math.max(FIRST_WAIT_SECONDS * 2 ** (attempts - 1), asked / 1000);
  return Math.min(pause, LONGEST_WAIT_SECONDS);
}
