import { z } from 'zod';
import type { Clock } from '../core/clock';
import { readBody } from '../outbound/read-body';

const metadata = z.object({ jwks_uri: z.url() });
const keySet = z.object({
  keys: z.array(
    z.looseObject({
      kid: z.string().exactOptional(),
      kty: z.string(),
      /** Channels for which the issuer uses the key. */
      endorsements: z.array(z.string()).default([]),
    }),
  ),
});

export type SigningKey = z.infer<typeof keySet>['keys'][number];

const REFRESH_MS = 24 * 60 * 60 * 1000;
/** An unknown key id makes us look again, but not oftener than this: anybody can invent key ids. */
const LEAST_PAUSE_MS = 60 * 1000;
const TIMEOUT_MS = 5000;
const MOST_BYTES = 1_000_000;

/** Public keys of an OpenID issuer, fetched when they are first needed and kept for a day. */
export class SigningKeys {
  #keys: readonly SigningKey[] = [];
  #triedAt = -Infinity;
  #fetchedAt = -Infinity;
  #fetching: Promise<void> | undefined;

  constructor(
    private readonly metadataUrl: string,
    private readonly now: Clock,
    private readonly fetchJson: typeof fetch = fetch,
  ) {}

  /** The key with an id; undefined when the issuer has none. Rejects when its keys were never to be had. */
  async find(id: string): Promise<SigningKey | undefined> {
    const now = this.now().getTime();
    const isStale = now - this.#fetchedAt > REFRESH_MS;
    const key = this.#keys.find(({ kid }) => kid === id);
    const mayTry = now - this.#triedAt > LEAST_PAUSE_MS || this.#keys.length === 0;
    if (this.#fetching !== undefined || ((isStale || key === undefined) && mayTry))
      await this.#refresh(now);
    return this.#keys.find(({ kid }) => kid === id);
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
    const { jwks_uri } = metadata.parse(await this.#get(this.metadataUrl));
    this.#keys = keySet.parse(await this.#get(jwks_uri)).keys;
    this.#fetchedAt = now;
  }

  async #get(url: string): Promise<unknown> {
    const response = await this.fetchJson(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
    return JSON.parse(await readBody(response, MOST_BYTES));
  }
}
