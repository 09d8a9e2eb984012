/** Runs the tasks of one key one after another, and those of different keys side by side. */
export class SerialQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs a task when all earlier ones of its key have settled; gives what it gives. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const result = before.then(task, task);
    const settled = result.catch(() => undefined);
    this.#last.set(key, settled);
    await settled;
    if (this.#last.get(key) === settled) this.#last.delete(key);
    return result;
  }

  /** Resolves when everything that was asked for so far has settled. */
  async idle(): Promise<void> {
    await Promise.all(this.#last.values());
  }
}
