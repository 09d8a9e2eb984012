/** What people write stands among the texts: it is gone so soon after it was said, and after it was erased. */
const LASTING_MS = 60_000;

/**
 * The same function, remembering what it gave for the last texts: for those that come back, such as words, titles and
 * answers. Forgets everything once it knows `limit` texts, and every minute; longer texts than `longest` characters are
 * not remembered.
 */
export function remember<Result>(
  work: (text: string) => Result,
  { limit = 1000, longest = 200 }: { readonly limit?: number; readonly longest?: number } = {},
): (text: string) => Result {
  const memory = new Memory<Result>();
  return (text) => {
    const found = memory.known.get(text);
    if (found !== undefined) return found;
    const result = work(text);
    if (text.length > longest) return result;
    if (memory.known.size >= limit) memory.known.clear();
    memory.keep(text, result);
    return result;
  };
}

/** What is known until a minute after the first of it; or until nobody asks any more, as the timer holds it only weakly. */
class Memory<Result> {
  readonly known = new Map<string, Result>();
  #isForgetting = false;

  keep(text: string, result: Result): void {
    this.known.set(text, result);
    if (this.#isForgetting) return;
    this.#isForgetting = true;
    setTimeout(forget, LASTING_MS, new WeakRef(this)).unref();
  }

  forget(): void {
    this.known.clear();
    this.#isForgetting = false;
  }
}

function forget(memory: WeakRef<Memory<unknown>>): void {
  memory.deref()?.forget();
}
