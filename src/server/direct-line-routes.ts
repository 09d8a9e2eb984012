import type { Next, Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { DirectLine } from '../channels/direct-line/direct-line';
import { DirectLineError } from '../channels/direct-line/direct-line-error';
import type { Grant } from '../channels/direct-line/tokens';
import { localeTagIn } from '../core/locale-tag';
import type { RateLimits } from '../rates/rate-limits';
import { bodyFault } from './body-fault';
import { clientOf } from './client';
import { jsonBody } from './json-body';
import { grantFor, principalOf, type Principal } from './principal';
import { createRateGuard } from './rate-guard';

export interface DirectLineRoutesOptions {
  readonly directLine: DirectLine;
  /** For calls from servers. Without one, anybody may start a conversation, as on the chat page. */
  readonly secret: string | undefined;
  readonly trustsProxy: boolean;
  readonly rates: RateLimits;
  readonly bodyBytes: number;
  /** Words that refuse a file or a message that is too large, in the language of a locale. */
  readonly refusal: (what: 'attachment' | 'tooLarge', locale: string | undefined) => string;
}

const participant = z
  .object({
    user: z.object({ id: z.string().min(1).max(200).optional() }).optional(),
    locale: z.string().transform(localeTagIn).optional(),
  })
  .catch({});

type Handle = (request: Request, response: Response) => Promise<void>;

/** Direct Line 3.0: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference */
export class DirectLineRoutes {
  readonly #options: DirectLineRoutesOptions;
  readonly #directLine: DirectLine;
  readonly #guards;

  constructor(options: DirectLineRoutesOptions) {
    const { directLine, rates } = options;
    this.#options = options;
    this.#directLine = directLine;
    const { conversationsPerAddress, messagesPerAddress, messagesPerConversation } =
      directLine.limits;
    this.#guards = {
      starts: createRateGuard(rates.limit('starts', conversationsPerAddress)),
      addresses: createRateGuard(rates.limit('messages of address', messagesPerAddress)),
      conversations: createRateGuard(
        rates.limit('messages of conversation', messagesPerConversation),
      ),
    };
  }

  addTo(server: Server): void {
    const root = '/v3/directline';
    const body = [neverKept, ...jsonBody(this.#options.bodyBytes)];
    server.post(`${root}/tokens/generate`, ...body, this.#generate);
    server.post(`${root}/tokens/refresh`, ...body, this.#refresh);
    server.post(`${root}/conversations`, ...body, this.#start);
    server.get(`${root}/conversations/:id`, neverKept, this.#reconnect);
    server.get(`${root}/conversations/:id/activities`, neverKept, this.#read);
    server.post(`${root}/conversations/:id/activities`, this.#measure, ...body, this.#send);
    server.post(`${root}/conversations/:id/upload`, this.#upload);
  }

  readonly #generate: Handle = async (request, response) => {
    const grant = await this.#newGrant(request, await this.#principal(request));
    response.send(200, await this.#directLine.accessToken(grant));
  };

  readonly #refresh: Handle = async (request, response) => {
    const principal = await this.#principal(request);
    if (principal.kind !== 'visitor')
      throw new DirectLineError('MissingToken', 'Only a token can be refreshed.');
    response.send(200, await this.#directLine.accessToken(principal.grant));
  };

  readonly #start: Handle = async (request, response) => {
    const principal = await this.#principal(request);
    const grant =
      principal.kind === 'visitor' ? principal.grant : await this.#newGrant(request, principal);
    const { isNew } = await this.#directLine.begin(grant);
    response.send(isNew ? 201 : 200, await this.#connection(request, grant));
  };

  readonly #reconnect: Handle = async (request, response) => {
    const grant = await this.#grant(request);
    await this.#directLine.find(grant.conv);
    response.send(200, await this.#connection(request, grant));
  };

  readonly #read: Handle = async (request, response) => {
    const grant = await this.#grant(request);
    response.send(200, await this.#directLine.read(grant, watermarkOf(request)));
  };

  readonly #send: Handle = async (request, response) => {
    const grant = await this.#grant(request);
    await this.#guards.addresses(clientOf(request, this.#options.trustsProxy).address);
    await this.#guards.conversations(grant.conv);
    response.send(200, { id: await this.#directLine.receive(grant, request.body) });
  };

  /** A client shows of a refusal only that there was one: the chat says why. */
  readonly #measure: Handle = async (request) => {
    const fault = bodyFault(request.headers, this.#options.bodyBytes, 'body');
    if (fault?.code !== 'BodyTooLarge') return;
    await this.#refuse(request, 'tooLarge');
    throw fault;
  };

  readonly #upload: Handle = async (request) => {
    throw new DirectLineError('UploadNotSupported', await this.#refuse(request, 'attachment'));
  };

  /** Says in the chat what can't be taken; gives the words. */
  async #refuse(request: Request, what: 'attachment' | 'tooLarge'): Promise<string> {
    const grant = await this.#grant(request);
    await this.#guards.addresses(clientOf(request, this.#options.trustsProxy).address);
    await this.#guards.conversations(grant.conv);
    const { locale } = await this.#directLine.find(grant.conv);
    const refusal = this.#options.refusal(what, locale);
    await this.#directLine.tell(grant, refusal);
    return refusal;
  }

  async #principal(request: Request): Promise<Principal> {
    return principalOf(request, this.#directLine, this.#options.secret);
  }

  async #grant(request: Request): Promise<Grant> {
    const { id } = z.object({ id: z.string() }).parse(request.params);
    return grantFor(await this.#principal(request), id, this.#directLine);
  }

  /** Only a server may say who the user is: anybody else could pretend to be someone. */
  async #newGrant(request: Request, principal: Principal): Promise<Grant> {
    if (principal.kind !== 'server' && this.#options.secret !== undefined)
      throw new DirectLineError('MissingToken', 'Send the secret: Authorization: Bearer ….');
    if (principal.kind !== 'server')
      await this.#guards.starts(clientOf(request, this.#options.trustsProxy).address);
    const { user, locale } = participant.parse(request.body);
    return this.#directLine.grant({
      locale,
      user: principal.kind === 'server' ? user?.id : undefined,
    });
  }

  async #connection(request: Request, grant: Grant): Promise<object> {
    const { origin } = clientOf(request, this.#options.trustsProxy);
    const query = new URLSearchParams({
      watermark: watermarkOf(request) ?? '-',
      t: await this.#directLine.tokens.issue('stream', grant),
    });
    const socketOrigin = origin.replace(/^http/, 'ws');
    return {
      ...(await this.#directLine.accessToken(grant)),
      streamUrl: `${socketOrigin}/v3/directline/conversations/${grant.conv}/stream?${query.toString()}`,
    };
  }
}

/** Answers hold tokens and what people said: no cache may keep them. */
function neverKept(_request: Request, response: Response, next: Next): void {
  response.header('Cache-Control', 'no-store');
  next();
}

function watermarkOf(request: Request): string | undefined {
  return new URLSearchParams(request.getQuery()).get('watermark') ?? undefined;
}
