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
  #passing: StoredActivity[] = [];

  constructor(sequence: number, options: ActivityStreamOptions) {
    this.#sequence = sequence;
    this.#options = options;
  }

  logged(): void {
    this.#hasNews = true;
    if (!this.#isReading) void this.#readAll().catch(this.#options.fail);
  }

  passing(activity: StoredActivity): void {
    this.#passing.push(activity);
    this.logged();
  }

  async #readAll(): Promise<void> {
    this.#isReading = true;
    while (this.#hasNews) {
      this.#hasNews = false;
      const news = await this.#options.read(this.#sequence);
      this.#hasNews ||= news.length > 0;
      const { activities } = toActivitySet(news, this.#sequence);
      const sequences = new Map(news.map(({ activity, sequence }) => [activity, sequence]));
      let last = this.#sequence;
      // One a set: the client hands out the activities of a set by and by, and those of the next in between.
      for (const activity of insertInTime(activities, this.#passing.splice(0))) {
        last = sequences.get(activity) ?? last;
        this.#options.send({ activities: [activity], watermark: String(last) });
      }
      this.#sequence = news.at(-1)?.sequence ?? this.#sequence;
    }
    this.#isReading = false;
  }
}

/** Puts what passes before the first activity that is not older. */
function insertInTime(
  activities: readonly StoredActivity[],
  passing: readonly StoredActivity[],
): readonly StoredActivity[] {
  return passing.reduce((all, one) => {
    const place = all.findIndex(({ timestamp }) => timestamp >= one.timestamp);
    return all.toSpliced(place === -1 ? all.length : place, 0, one);
  }, activities);
}
