import type { AccountLookup } from '../account-backend';

/** What was found for one identity. */
export interface CachedLookup {
  readonly lookup: AccountLookup;
  readonly etag?: string | undefined;
  /** Milliseconds of the epoch until which it is shown without asking again. */
  readonly freshUntil: number;
}

/** Lookups by identity, the least recently kept first to go. */
export class AccountCache {
  readonly #entries = new Map<string, CachedLookup>();
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(identity: string): CachedLookup | undefined {
    return this.#entries.get(identity);
  }

  set(identity: string, entry: CachedLookup): void {
    this.#entries.delete(identity);
    this.#entries.set(identity, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#capacity && oldest !== undefined) this.#entries.delete(oldest);
  }
}
