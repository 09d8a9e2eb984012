interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** How to gather. */
export interface Gathering {
  /**
   * Milliseconds from the begin of one pass to that of the next, for each item that the first had: the more there is to do,
   * the more is done at once.
   */
  readonly pace: number;
  /** Milliseconds at most. */
  readonly longest: number;
  /** Items of one pass. */
  readonly most: number;
  /** Whether an error would meet each of the items alone as well: then nobody tries. */
  readonly isCommon: (error: unknown) => boolean;
}

/**
 * Does for several at once what each asks for by itself: what comes while one pass is under way, or too soon after it began,
 * is done by the next. When a pass fails, each of its items is tried alone and told what became of it.
 */
export class Gatherer<Item> {
  readonly #waiting: Waiting<Item>[] = [];
  #isAtWork = false;
  #next = 0;

  constructor(
    private readonly work: (items: readonly Item[]) => Promise<void>,
    private readonly gathering: Gathering,
  ) {}

  /** Resolves when it is done; rejects with what came of it alone. */
  add(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#isAtWork) this.#schedule();
    });
  }

  #schedule(): void {
    this.#isAtWork = true;
    const pause = this.#next - performance.now();
    const begin = () => void this.#pass();
    if (pause > 0) setTimeout(begin, pause);
    else setImmediate(begin);
  }

  async #pass(): Promise<void> {
    const { pace, longest, most } = this.gathering;
    const taken = this.#waiting.splice(0, most);
    this.#next = performance.now() + Math.min(pace * taken.length, longest);
    try {
      await this.work(taken.map(({ item }) => item));
      for (const { resolve } of taken) resolve();
    } catch (error) {
      if (taken.length === 1 || this.gathering.isCommon(error))
        for (const { reject } of taken) reject(error);
      else await Promise.all(taken.map((alone) => this.#alone(alone)));
    }
    if (this.#waiting.length > 0) this.#schedule();
    else this.#isAtWork = false;
  }

  #alone({ item, resolve, reject }: Waiting<Item>): Promise<void> {
    return this.work([item]).then(resolve, reject);
  }
}
