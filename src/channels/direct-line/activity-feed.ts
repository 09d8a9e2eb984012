import type { StoredActivity } from './activity';

/** Told about what happens in a conversation. */
export interface FeedListener {
  /** There is something new in the log. */
  logged(): void;
  /** Something that is shown but not kept, such as typing. */
  passing(activity: StoredActivity): void;
}

/** Tells the open streams of a conversation what happens in it. */
export class ActivityFeed {
  readonly #listeners = new Map<string, Set<FeedListener>>();

  /** Listens until the returned function is called. */
  listen(conversationId: string, listener: FeedListener): () => void {
    const listeners = this.#listeners.get(conversationId) ?? new Set();
    this.#listeners.set(conversationId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(conversationId);
    };
  }

  logged(conversationId: string): void {
    for (const listener of this.#listeners.get(conversationId) ?? []) listener.logged();
  }

  passing(conversationId: string, activity: StoredActivity): void {
    for (const listener of this.#listeners.get(conversationId) ?? []) listener.passing(activity);
  }
}
