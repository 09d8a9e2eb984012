import {
  ExponentialBackoff,
  TimeoutStrategy,
  handleWhen,
  retry,
  timeout,
  wrap,
  BrokenCircuitError,
  TaskCancelledError,
  type IPolicy,
} from 'cockatiel';
import type { Clock } from '../core/clock';
import { createCircuitBreaker } from '../outbound/circuit-breaker';
import type { AccountBackend, AccountLookup } from './account-backend';
import { AccountCache, type CachedLookup } from './http/account-cache';
import type { AccountClient, AccountReply } from './http/account-client';
import { AccountServerError } from './http/account-server-error';
import { identityKey, type Identity } from './identity';

const DEADLINE_MS = 2000;
const FRESH_MS = 30_000;
const CACHE_CAPACITY = 1000;

/** What a lookup came to, for logs: never whose it was. */
export interface AccountLookupEvent {
  readonly outcome: AccountLookup['status'];
  readonly from: 'cache' | 'server';
  readonly milliseconds: number;
  /** Why it is unavailable: `timeout`, `circuit-open`, `status-500`, `unreadable` … */
  readonly reason?: string | undefined;
}

export interface HttpAccountBackendOptions {
  readonly client: AccountClient;
  readonly now: Clock;
  readonly onLookup?: ((event: AccountLookupEvent) => void) | undefined;
  /** Milliseconds that a lookup may take, its second try included. */
  readonly deadline?: number | undefined;
}

/**
 * Accounts of an account server. A lookup that fails is tried once more within the deadline; after
 * five failures in a row the server is left alone for ten seconds. Answers are kept for half a
 * minute, each for its own identity only, and after that held against the server's `ETag`.
 */
export class HttpAccountBackend implements AccountBackend {
  readonly #options: HttpAccountBackendOptions;
  readonly #cache = new AccountCache(CACHE_CAPACITY);
  readonly #pending = new Map<string, Promise<AccountLookup>>();
  readonly #policy: IPolicy;

  constructor(options: HttpAccountBackendOptions) {
    this.#options = options;
    this.#policy = wrap(
      timeout(options.deadline ?? DEADLINE_MS, TimeoutStrategy.Aggressive),
      retry(handleWhen(mayPass), {
        maxAttempts: 1,
        backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 250 }),
      }),
      createCircuitBreaker(),
    );
  }

  async find(identity: Identity): Promise<AccountLookup> {
    // Nobody vouches for a demo user, so no real account may be shown to one.
    if (identity.provider === 'demo') return { status: 'unknown' };
    const key = identityKey(identity);
    const known = this.#cache.get(key);
    const started = this.#options.now().getTime();
    if (known !== undefined && started < known.freshUntil) {
      this.#report({ outcome: known.lookup.status, from: 'cache', milliseconds: 0 });
      return known.lookup;
    }
    // Whoever asks while the same person's answer is on its way waits for that one.
    const pending =
      this.#pending.get(key) ??
      this.#ask(identity, known, started).finally(() => this.#pending.delete(key));
    this.#pending.set(key, pending);
    return pending;
  }

  async #ask(
    identity: Identity,
    known: CachedLookup | undefined,
    started: number,
  ): Promise<AccountLookup> {
    const { client, now } = this.#options;
    const etag = known?.etag;
    let lookup: AccountLookup = { status: 'unavailable' };
    let reason: string | undefined;
    try {
      const reply = await this.#policy.execute(({ signal }) =>
        client.get(identity, { etag, signal }),
      );
      lookup = lookupOf(reply, known);
      this.#cache.set(identityKey(identity), {
        lookup,
        etag: etagOf(reply, etag),
        freshUntil: now().getTime() + FRESH_MS,
      });
    } catch (error) {
      reason = reasonOf(error);
    }
    const milliseconds = now().getTime() - started;
    this.#report({ outcome: lookup.status, from: 'server', milliseconds, reason });
    return lookup;
  }

  #report(event: AccountLookupEvent): void {
    this.#options.onLookup?.(event);
  }
}

function lookupOf(reply: AccountReply, known: CachedLookup | undefined): AccountLookup {
  switch (reply.status) {
    case 'known':
      return { status: 'known', account: reply.account };
    case 'not-modified':
      return known?.lookup ?? { status: 'unavailable' };
    case 'unknown':
    case 'forbidden':
      return { status: reply.status };
  }
}

function etagOf(reply: AccountReply, sent: string | undefined): string | undefined {
  if (reply.status === 'known') return reply.etag;
  return reply.status === 'not-modified' ? sent : undefined;
}

/** Failures of the network may pass; those of the server tell themselves. */
function mayPass(error: Error): boolean {
  if (error instanceof BrokenCircuitError) return false;
  return !(error instanceof AccountServerError) || error.mayPass;
}

function reasonOf(error: unknown): string {
  if (error instanceof AccountServerError) return error.reason;
  // What the deadline cuts off is either given up or aborted, whichever is noticed first.
  if (error instanceof TaskCancelledError || isAbort(error)) return 'timeout';
  return error instanceof BrokenCircuitError ? 'circuit-open' : 'network';
}

function isAbort(error: unknown): boolean {
  return (
    error !== null && typeof error === 'object' && 'name' in error && error.name === 'AbortError'
  );
}
