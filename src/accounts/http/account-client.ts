import type { Clock } from '../../core/clock';
import type { Account } from '../../core/account';
import type { Identity } from '../identity';
import { readRetryAfter } from '../../outbound/read-retry-after';
import { readBody } from '../../outbound/read-body';
import { accountSchema } from './account-schema';
import { AccountServerError } from './account-server-error';
import type { Credentials } from './credentials';

/** Largest account: a thousand items of each kind are far less. */
const MOST_BYTES = 4_000_000;
/** Milliseconds for which a server that is too busy is left alone when it doesn't say, and at most. */
const PAUSE_MS = { unsaid: 10_000, most: 120_000 } as const;

/** What an account server said. */
export type AccountReply =
  | { readonly status: 'known'; readonly account: Account; readonly etag: string | undefined }
  | { readonly status: 'not-modified' | 'unknown' | 'forbidden' };

export interface AccountClientOptions {
  /** Address of the API, to which `/v1/account` is added. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly fetch: typeof fetch;
  readonly now: Clock;
}

/** Asks an account server, once a call: docs/account-api.yaml. */
export class AccountClient {
  readonly #options: AccountClientOptions;
  #pausedUntil = 0;

  constructor(options: AccountClientOptions) {
    this.#options = options;
  }

  /** Gets the account of an identity; rejects with {@link AccountServerError} or what `fetch` throws. */
  async get(
    identity: Identity,
    { etag, signal }: { readonly etag?: string | undefined; readonly signal: AbortSignal },
  ): Promise<AccountReply> {
    const { credentials, fetch, now } = this.#options;
    if (now().getTime() < this.#pausedUntil) throw new AccountServerError('paused', false);
    const response = await fetch(this.#urlOf(identity), {
      headers: {
        Accept: 'application/json',
        ...(etag === undefined ? {} : { 'If-None-Match': etag }),
        ...(await credentials.headers(signal)),
      },
      // A redirect could carry the credentials elsewhere.
      redirect: 'error',
      signal,
    });
    if (response.ok) return read(response);
    await response.body?.cancel();
    return this.#interpret(response, etag !== undefined);
  }

  #interpret({ status, headers }: Response, isConditional: boolean): AccountReply {
    if (status === 304 && isConditional) return { status: 'not-modified' };
    if (status === 404 && !isForeign(headers)) return { status: 'unknown' };
    if (status === 403 && !isForeign(headers)) return { status: 'forbidden' };
    if (status === 429) this.#pause(headers.get('Retry-After'));
    const mayPass = status >= 500 || (status === 401 && this.#options.credentials.renew());
    throw new AccountServerError(`status-${status}`, mayPass);
  }

  #pause(retryAfter: string | null): void {
    const now = this.#options.now().getTime();
    const asked = readRetryAfter(retryAfter, now) ?? PAUSE_MS.unsaid;
    this.#pausedUntil = now + Math.min(asked, PAUSE_MS.most);
  }

  #urlOf(identity: Identity): string {
    const query = new URLSearchParams(parametersOf(identity));
    return `${this.#options.baseUrl.replace(/(?<!\/)\/+$/, '')}/v1/account?${query.toString()}`;
  }
}

async function read(response: Response): Promise<AccountReply> {
  const account = accountSchema.safeParse(parseJson(await bodyOf(response)));
  if (!account.success) throw new AccountServerError('unreadable', false);
  const etag = response.headers.get('ETag') ?? undefined;
  return { status: 'known', account: account.data, etag };
}

async function bodyOf(response: Response): Promise<string> {
  try {
    return await readBody(response.body, MOST_BYTES);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new AccountServerError('too-long', false, { cause });
  }
}

/** Whether a refusal is a page: of a proxy, or of a host whose program is stopped. It knows nothing of any person. */
function isForeign(headers: Headers): boolean {
  const type = headers.get('Content-Type');
  return type !== null && !/^application\/(?:[\w.+-]+\+)?json\b/i.test(type);
}

/** The value of a JSON text; undefined when it isn't one. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parametersOf(identity: Identity): Record<string, string> {
  switch (identity.provider) {
    case 'entra':
      return { provider: 'entra', tenant: identity.tenantId, user: identity.objectId };
    case 'website':
      return { provider: 'website', issuer: identity.issuer, user: identity.subject };
    case 'demo':
      return { provider: 'demo', user: identity.user };
  }
}
