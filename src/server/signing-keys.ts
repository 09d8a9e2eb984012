import type { Clock } from '../core/clock';
import type { SigningKey } from './fetch-keys';

const REFRESH_MS = 24 * 60 * 60 * 1000;
/** An unknown key id makes us look again, but not oftener than this: anybody can invent key ids. */
const LEAST_PAUSE_MS = 30 * 1000;
/** While there are no keys at all everybody waits for them; who doesn't give any is asked no oftener than this. */
const PAUSE_WITHOUT_MS = 1000;

/** Public keys of an issuer, fetched when they are first needed and kept for a day. */
export class SigningKeys {
  #keys: readonly SigningKey[] = [];
  #triedAt = -Infinity;
  #fetchedAt = -Infinity;
  #fetching: Promise<void> | undefined;

  constructor(
    private readonly fetchKeys: () => Promise<readonly SigningKey[]>,
    private readonly now: Clock,
    private readonly refreshMs = REFRESH_MS,
  ) {}

  /** The key with an id; undefined when the issuer has none. Rejects when its keys were never to be had. */
  async find(id: string): Promise<SigningKey | undefined> {
    return (await this.all(id)).find(({ kid }) => kid === id);
  }

  /** All keys, looked for anew when none has the id. Rejects when they were never to be had. */
  async all(id?: string): Promise<readonly SigningKey[]> {
    const now = this.now().getTime();
    const isStale = Math.abs(now - this.#fetchedAt) > this.refreshMs;
    const isKnown = id === undefined || this.#keys.some(({ kid }) => kid === id);
    const pause = this.#keys.length === 0 ? PAUSE_WITHOUT_MS : LEAST_PAUSE_MS;
    const mayTry = Math.abs(now - this.#triedAt) > pause;
    if (this.#fetching !== undefined || ((isStale || !isKnown) && mayTry)) await this.#refresh(now);
    if (this.#keys.length === 0) throw new Error('There are no keys.');
    return this.#keys;
  }

  /** Old keys serve on when new ones can't be had. */
  async #refresh(now: number): Promise<void> {
    this.#triedAt = now;
    this.#fetching ??= this.#fetch(now).finally(() => (this.#fetching = undefined));
    await this.#fetching.catch((error: unknown) => {
      if (this.#keys.length === 0) throw error;
    });
  }

  async #fetch(now: number): Promise<void> {
    const keys = await this.fetchKeys();
    if (keys.length === 0) throw new Error('An issuer without keys.');
    this.#keys = keys;
    this.#fetchedAt = now;
  }
}
