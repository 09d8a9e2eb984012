import { z } from 'zod';
import type { Instances } from '../../core/instances';
import { storedActivity, type StoredActivity } from './activity';

const SUBJECT = 'direct-line';

/** Told about what happens in a conversation. */
export interface FeedListener {
  /** There is something new in the log. */
  logged(): void;
  /** Something that is shown but not kept, such as typing. */
  passing(activity: StoredActivity): void;
}

/** What instances tell each other. */
const news = z.object({ conversation: z.string(), passing: storedActivity.optional() });

type News = z.infer<typeof news>;

/** Tells the open streams of a conversation, here and on other instances, what happens in it. */
export class ActivityFeed {
  readonly #listeners = new Map<string, Set<FeedListener>>();
  readonly #instances: Pick<Instances, 'tell' | 'hear'>;
  #stop: () => void = () => undefined;

  constructor(instances: Pick<Instances, 'tell' | 'hear'>) {
    this.#instances = instances;
  }

  /** Hears from other instances until closed. */
  open(): void {
    this.#stop = this.#instances.hear(SUBJECT, {
      told: (message) => {
        const happened = readNews(message);
        if (happened !== undefined) this.#spread(happened);
      },
      missed: () => {
        for (const conversation of this.#listeners.keys()) this.#spread({ conversation });
      },
    });
  }

  close(): void {
    this.#stop();
  }

  /** Listens until the returned function is called. */
  listen(conversationId: string, listener: FeedListener): () => void {
    const listeners = this.#listeners.get(conversationId) ?? new Set();
    this.#listeners.set(conversationId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(conversationId);
    };
  }

  logged(conversation: string): void {
    this.#tell({ conversation });
  }

  passing(conversation: string, activity: StoredActivity): void {
    this.#tell({ conversation, passing: activity });
  }

  #tell(happened: News): void {
    this.#spread(happened);
    this.#instances.tell(SUBJECT, JSON.stringify(happened));
  }

  #spread({ conversation, passing }: News): void {
    for (const listener of this.#listeners.get(conversation) ?? [])
      if (passing === undefined) listener.logged();
      else listener.passing(passing);
  }
}

/** Reads what another instance tells, which may be of another version; its streams then look for themselves before long. */
function readNews(message: string): News | undefined {
  try {
    return news.parse(JSON.parse(message));
  } catch {
    return undefined;
  }
}
