/** Lets one holder in at a time, in the order in which they came. */
export class Mutex<Holder> {
  readonly #waiting: { readonly holder: Holder; readonly enter: () => void }[] = [];
  #holder: Holder | undefined;

  isHeldBy(holder: Holder): boolean {
    return this.#holder === holder;
  }

  /** Resolves when the holder is in; at once when it already is. */
  lock(holder: Holder): Promise<void> {
    if (this.#holder === holder) return Promise.resolve();
    if (this.#holder === undefined) {
      this.#holder = holder;
      return Promise.resolve();
    }
    return new Promise((enter) => this.#waiting.push({ holder, enter }));
  }

  unlock(): void {
    const next = this.#waiting.shift();
    this.#holder = next?.holder;
    next?.enter();
  }
}
