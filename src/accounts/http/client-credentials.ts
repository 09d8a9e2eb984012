import { z } from 'zod';
import type { Clock } from '../../core/clock';
import { readBody } from '../../outbound/read-body';
import { AccountServerError } from './account-server-error';
import type { Credentials } from './credentials';

/** Seconds before its end at which a token is no longer used. */
const MARGIN_SECONDS = 30;
const MOST_BYTES = 64 * 1024;

const tokenSchema = z.object({
  access_token: z.string().min(1),
  // Some token servers write the number as a text.
  expires_in: z.coerce.number().positive().default(300),
});

/** What OAuth 2 client credentials are made of. */
export interface ClientCredentialsOptions {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string | undefined;
  readonly fetch: typeof fetch;
  readonly now: Clock;
}

/** OAuth 2 client credentials (RFC 6749, 4.4): a token from the token server, used until it ends. */
export class ClientCredentials implements Credentials {
  readonly #options: ClientCredentialsOptions;
  #token: { readonly value: string; readonly goodUntil: number } | undefined;
  #pending: Promise<string> | undefined;

  constructor(options: ClientCredentialsOptions) {
    this.#options = options;
  }

  async headers(signal: AbortSignal): Promise<Readonly<Record<string, string>>> {
    const now = this.#options.now().getTime();
    if (this.#token !== undefined && now < this.#token.goodUntil) return bearer(this.#token.value);
    // Whoever comes while a token is on its way waits for that one.
    this.#pending ??= this.#request(signal).finally(() => {
      this.#pending = undefined;
    });
    return bearer(await this.#pending);
  }

  renew(): boolean {
    this.#token = undefined;
    return true;
  }

  async #request(signal: AbortSignal): Promise<string> {
    const { tokenUrl, clientId, clientSecret, scope, fetch, now } = this.#options;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      ...(scope === undefined ? {} : { scope }),
    });
    const response = await fetch(tokenUrl, {
      method: 'POST',
      body: form,
      redirect: 'error',
      signal,
    });
    if (!response.ok) throw new AccountServerError('token-refused', response.status >= 500);
    const token = tokenSchema.safeParse(await readToken(response).catch(() => undefined));
    if (!token.success) throw new AccountServerError('token-unreadable', false);
    const seconds = Math.max(token.data.expires_in - MARGIN_SECONDS, 0);
    this.#token = {
      value: token.data.access_token,
      goodUntil: now().getTime() + seconds * 1000,
    };
    return token.data.access_token;
  }
}

async function readToken(response: Response): Promise<unknown> {
  return JSON.parse(await readBody(response.body, MOST_BYTES));
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
