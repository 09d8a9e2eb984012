import { setTimeout as wait } from 'node:timers/promises';
import type { Instances } from '../../core/instances';
import type { Log } from '../../core/log';
import type { LedgerStore } from './ledger-store';

/** Longer than people take between two questions: a conversation is then computed once, not once a message. */
const EVERY_MS = 20_000;
/** After each conversation, as many times as long as it took. */
const RESTS = 9;

/** Keeps what is computed from events up to date, beside the turns and slower than they, so that a report has little left to compute. */
export class LedgerClerk {
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ledger: Pick<LedgerStore, 'catchUp'>,
    private readonly log: Log,
  ) {}

  /** Keeps at it until closed, on one of several instances at a time. */
  start(instances: Pick<Instances, 'runsOnOne'>): void {
    const work = () => {
      this.#pass = instances
        .runsOnOne('ledger', () => this.ledger.catchUp((taken) => this.#rest(taken)))
        .catch((err: unknown) => this.log.error({ err }, 'ledger not caught up'))
        .then(() => this.#timer?.refresh());
    };
    this.#timer = setTimeout(work, EVERY_MS).unref();
  }

  /** Lets a pass that is under way end. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#pass;
  }

  async #rest(taken: number): Promise<boolean> {
    if (this.#timer !== undefined) await wait(RESTS * taken);
    return this.#timer !== undefined;
  }
}
