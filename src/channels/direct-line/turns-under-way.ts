/** Keeps count of what is under way in each conversation, here in this process. */
export class TurnsUnderWay {
  readonly #all = new Map<string, Set<Promise<unknown>>>();

  /** Begins a task of a conversation; gives what it gives. */
  async run<T>(conversationId: string, task: () => Promise<T>): Promise<T> {
    const tasks = this.#all.get(conversationId) ?? new Set();
    const running = task();
    this.#all.set(conversationId, tasks.add(running));
    try {
      return await running;
    } finally {
      tasks.delete(running);
      if (tasks.size === 0) this.#all.delete(conversationId);
    }
  }

  has(conversationId: string): boolean {
    return this.#all.has(conversationId);
  }

  /** Resolves when everything that has begun so far is over. */
  async idle(): Promise<void> {
    await Promise.allSettled([...this.#all.values()].flatMap((tasks) => [...tasks]));
  }
}
