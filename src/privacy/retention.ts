import type { Clock } from '../core/clock';
import type { Log } from '../core/log';
import { scrub } from '../storage/scrub';
import type { Database } from '../storage/database';
import { noteSeen } from '../storage/last-seen';
import { LedgerStore } from '../support/outcomes/ledger-store';
import { ErasingStore } from './erasing-store';
import { since, withoutWordsBefore } from './forget-events';
import { RetentionStore } from './retention-store';
import { tableNames } from './table-names';
import { TABLE_RULES, type Keeping } from './table-rules';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** The first pass waits until the bot has answered those who were waiting for its start. */
const FIRST_MS = 10_000;
const TICKETS_AT_ONCE = 100;

export interface RetentionOptions {
  readonly database: Database;
  /** Days for which people's words are kept. */
  readonly transcriptDays: number;
  /** Days for which it is known how conversations went, and tickets are kept. */
  readonly outcomeDays: number;
  readonly timeZone: string;
  readonly now: Clock;
  readonly log: Log;
  /** Runs a pass unless another instance is at it. */
  readonly alone?: ((pass: () => Promise<void>) => Promise<unknown>) | undefined;
}

/** Forgets what has been kept for long enough, every hour. */
export class Retention {
  readonly #options: RetentionOptions;
  readonly #store: RetentionStore;
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> = Promise.resolve();

  constructor(options: RetentionOptions) {
    this.#options = options;
    this.#store = new RetentionStore(options.database);
  }

  /** Keeps forgetting until closed. */
  start(): void {
    const { log } = this.#options;
    const alone = this.#options.alone ?? ((pass: () => Promise<void>) => pass());
    const work = () => {
      this.#pass = alone(() => this.enforce())
        .catch((err: unknown) => log.error({ err }, 'retention failed'))
        .then(() => {
          if (this.#timer !== undefined) this.#timer = setTimeout(work, HOUR_MS).unref();
        });
    };
    this.#timer = setTimeout(work, FIRST_MS).unref();
  }

  /** Lets a pass that is under way end. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#pass;
  }

  /** Forgets once. Safe to break off and to repeat. */
  async enforce(): Promise<void> {
    const { database, log, now } = this.#options;
    await noteSeen(database, now());
    const counts: Record<string, number> = {};
    // What belongs to other rows goes before these: they would take all of it with them at once.
    for (const table of tableNames().toReversed()) {
      const { ages, erased } = TABLE_RULES[table];
      if (ages === undefined || erased === 'anonymous') continue;
      const count = await this.#store.deleteBefore(table, this.#limit(ages[1]));
      if (count > 0) counts[table] = count;
    }
    await this.#forgetTickets(counts);
    await this.#forgetEvents(counts);
    if (Object.keys(counts).length === 0) return;
    await scrub(database);
    log.info({ forgotten: counts }, 'retention');
  }

  async #forgetTickets(counts: Record<string, number>): Promise<void> {
    const store = new ErasingStore(this.#options.database);
    const aged = await this.#store.agedTickets(this.#limit('outcomes'));
    for (let start = 0; start < aged.length; start += TICKETS_AT_ONCE)
      await store.emptyTickets(aged.slice(start, start + TICKETS_AT_ONCE));
    const emptied = await this.#store.emptyPackets(this.#limit('transcripts'));
    await this.#store.emptyJobs(this.#limit('transcripts'));
    if (aged.length + emptied > 0) counts['ticket'] = aged.length + emptied;
  }

  async #forgetEvents(counts: Record<string, number>): Promise<void> {
    const { database, timeZone } = this.#options;
    const ledger = new LedgerStore(database, timeZone);
    let count = 0;
    const [wordless, over] = [this.#limit('transcripts'), this.#limit('outcomes')];
    for (const conversation of await this.#store.conversationsBefore(over)) {
      await ledger.rewrite(conversation, since(over));
      count += 1;
    }
    for await (const conversation of this.#store.conversationsWithWordsBefore(wordless)) {
      await ledger.rewrite(conversation, withoutWordsBefore(wordless));
      count += 1;
    }
    if (count > 0) counts['event'] = count;
  }

  #limit(keeping: Keeping): string {
    const { now, transcriptDays, outcomeDays } = this.#options;
    const days = { transcripts: transcriptDays, outcomes: outcomeDays, own: 0 }[keeping];
    return new Date(now().getTime() - days * DAY_MS).toISOString();
  }
}
