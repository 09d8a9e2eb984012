import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tokens } from '../channels/direct-line/tokens';
import type { KnownVisitors } from '../core/known-visitors';
import { unwatched, type WatchCall } from '../core/watch-call';
import { readBody } from '../outbound/read-body';
import { HttpError } from './http-error';
import { resumable } from './resumable';
import type { TokenAnswer, TokenRequest, TokenSource } from './token-source';

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 64 * 1024;

export interface AzureTokenSourceOptions {
  /** Secret of the Direct Line channel; it never leaves this process but to the endpoint. */
  readonly secret: string;
  /** Base address of the service: `https://directline.botframework.com/v3/directline` or a regional one. */
  readonly endpoint: string;
  /** Remembers for whom a user id was made up: the service carries nothing but the id. */
  readonly visitors: KnownVisitors;
  /** Signs what browsers resume with. */
  readonly tokens: Tokens;
  readonly fetch: typeof fetch;
  /** Watches calls of the service. */
  readonly watch?: WatchCall | undefined;
}

/** A conversation that is over, or that this secret may not see. */
const IS_GONE = new Set([403, 404, 410]);

const answer = z.object({
  conversationId: z.string().min(1).max(200),
  token: z.string().min(1).max(8192),
  expires_in: z.number().positive(),
});

type Token = z.infer<typeof answer>;

/** Tokens of Azure's Direct Line: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-authentication */
export class AzureTokenSource implements TokenSource {
  readonly #options: AzureTokenSourceOptions;

  constructor(options: AzureTokenSourceOptions) {
    this.#options = options;
  }

  async exchange({ resume, visitor, locale }: TokenRequest): Promise<TokenAnswer> {
    const { tokens, endpoint, visitors } = this.#options;
    const earlier = await resumable(tokens, resume, visitor);
    // Nobody may guess it: whoever speaks as that user is the visitor.
    const user = earlier?.user ?? `dl_${randomUUID()}`;
    const token = (earlier && (await this.#renew(earlier.conv))) ?? (await this.#generate(user));
    if (visitor !== undefined)
      await visitors.keep({ conversation: token.conversationId, user }, visitor);
    const grant = {
      conv: token.conversationId,
      user,
      ...(visitor !== undefined && { visitor }),
      ...(locale !== undefined && { locale }),
    };
    return { ...token, user, domain: endpoint, resume: await tokens.issue('resume', grant) };
  }

  /** A token for a conversation that exists; undefined when the service has forgotten it. */
  #renew(conversationId: string): Promise<Token | undefined> {
    return this.#call(`/conversations/${encodeURIComponent(conversationId)}`);
  }

  async #generate(user: string): Promise<Token> {
    const token = await this.#call('/tokens/generate', { user: { id: user } });
    if (token === undefined) throw unavailable(new Error('Direct Line knows no such address.'));
    return token;
  }

  /** What the service answers; undefined when it has no such thing. */
  async #call(path: string, body?: object): Promise<Token | undefined> {
    const { fetch, endpoint, secret, watch = unwatched } = this.#options;
    const ask = async () => {
      const response = await fetch(`${endpoint}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (response.ok) return answer.parse(JSON.parse(await readBody(response.body, MOST_BYTES)));
      await response.body?.cancel();
      if (IS_GONE.has(response.status)) return undefined;
      throw new Error(`Direct Line answered ${response.status}.`);
    };
    return watch(ask).catch((cause: unknown) => {
      throw unavailable(cause);
    });
  }
}

function unavailable(cause: unknown): HttpError {
  const message = 'The chat service gives no token. Try again later.';
  return new HttpError('Unavailable', message, { cause, retryAfter: 5 });
}
