import type { StoredActivity } from './activity';
import type { FeedListener } from './activity-feed';
import { toActivitySet, type ActivitySet } from './activity-set';
import type { LoggedActivity } from './direct-line-store';

export interface ActivityStreamOptions {
  /** Reads what comes after a sequence number, oldest first; an empty list when there is no more. */
  readonly read: (sequence: number) => Promise<readonly LoggedActivity[]>;
  readonly send: (set: ActivitySet) => void;
  /** Called once when reading fails; the stream is of no use then. */
  readonly fail: (error: unknown) => void;
}

/** Sends a conversation's activities in order, each once, from a sequence number on. */
export class ActivityStream implements FeedListener {
  readonly #options: ActivityStreamOptions;
  #sequence: number;
  #isReading = false;
  #hasNews = false;

  constructor(sequence: number, options: ActivityStreamOptions) {
    this.#sequence = sequence;
    this.#options = options;
  }

  logged(): void {
    this.#hasNews = true;
    if (!this.#isReading) void this.#readAll().catch(this.#options.fail);
  }

  passing(activity: StoredActivity): void {
    this.#options.send({ activities: [activity], watermark: String(this.#sequence) });
  }

  async #readAll(): Promise<void> {
    this.#isReading = true;
    while (this.#hasNews) {
      this.#hasNews = false;
      const news = await this.#options.read(this.#sequence);
      const last = news.at(-1);
      if (last === undefined) continue;
      this.#sequence = last.sequence;
      this.#hasNews = true;
      const set = toActivitySet(news, last.sequence);
      if (set.activities.length > 0) this.#options.send(set);
    }
    this.#isReading = false;
  }
}
