import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tokens } from '../channels/direct-line/tokens';
import type { KnownVisitors } from '../core/known-visitors';
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
}

const answer = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.number(),
});

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
  async #renew(conversationId: string): Promise<z.infer<typeof answer> | undefined> {
    const response = await this.#call(`/conversations/${encodeURIComponent(conversationId)}`);
    return response.ok ? answerIn(response) : undefined;
  }

  async #generate(user: string): Promise<z.infer<typeof answer>> {
    const response = await this.#call('/tokens/generate', { user: { id: user } });
    if (!response.ok)
      throw new HttpError('Unavailable', 'The chat service gives no token. Try again later.', {
        cause: new Error(`Direct Line answered ${response.status}.`),
      });
    return answerIn(response);
  }

  async #call(path: string, body?: object): Promise<Response> {
    const { fetch, endpoint, secret } = this.#options;
    try {
      return await fetch(`${endpoint}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch (cause) {
      throw new HttpError('Unavailable', "The chat service can't be reached. Try again later.", {
        cause,
      });
    }
  }
}

async function answerIn(response: Response): Promise<z.infer<typeof answer>> {
  return answer.parse(JSON.parse(await readBody(response, MOST_BYTES)));
}
