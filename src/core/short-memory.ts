/** What people write stands in it: it is gone so soon after it was said, and after it was erased. */
const LASTING_MS = 60_000;

/**
 * A map that forgets everything a minute after the first of it came. Its timer holds it only weakly, so that it goes with
 * whoever uses it.
 */
export class ShortMemory<Key, Value> {
  readonly #known = new Map<Key, Value>();
  #isForgetting = false;

  get size(): number {
    return this.#known.size;
  }

  get(key: Key): Value | undefined {
    return this.#known.get(key);
  }

  set(key: Key, value: Value): void {
    this.#known.set(key, value);
    if (this.#isForgetting) return;
    this.#isForgetting = true;
    setTimeout(forget, LASTING_MS, new WeakRef(this)).unref();
  }

  clear(): void {
    this.#known.clear();
  }

  /** For its own timer. */
  forget(): void {
    this.clear();
    this.#isForgetting = false;
  }
}

function forget(memory: WeakRef<ShortMemory<unknown, unknown>>): void {
  memory.deref()?.forget();
}
