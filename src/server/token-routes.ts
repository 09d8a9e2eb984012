import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { localeTagIn } from '../core/locale-tag';
import type { RateLimit } from '../rates/rate-limits';
import { clientOf } from './client';
import { HttpError } from './http-error';
import { jsonBody } from './json-body';
import { createRateGuard } from './rate-guard';
import type { TokenSource } from './token-source';
import type { VisitorVerifier } from './visitor-verifier';

export interface TokenRoutesOptions {
  readonly source: TokenSource;
  readonly verify: VisitorVerifier;
  readonly limit: RateLimit;
  readonly trustsProxy: boolean;
  readonly bodyBytes: number;
}

const tokenRequest = z.object({
  locale: z.string().max(35).transform(localeTagIn).optional(),
  resume: z.string().max(4096).optional(),
  /** The host site's token for its visitor. */
  visitor: z.string().max(8192).optional(),
});

/** `POST /webchat/token`: what a chat page needs to talk to the bot, also on behalf of a signed-in visitor. */
export function addTokenRoutes(server: Server, options: TokenRoutesOptions): void {
  const guard = createRateGuard(options.limit);
  const exchange = async (request: Request, response: Response) => {
    const { address, origin } = clientOf(request, options.trustsProxy);
    await guard(address);
    const body = tokenRequest.safeParse(request.body ?? {});
    if (!body.success)
      throw new HttpError(
        'BadRequest',
        'Send {"locale", "resume", "visitor"}, each a text or left out.',
      );
    const { visitor: vouched, ...rest } = body.data;
    const visitor = vouched === undefined ? undefined : await options.verify(vouched);
    response.header('Cache-Control', 'no-store');
    response.send(
      200,
      await options.source.exchange({
        locale: rest.locale,
        resume: rest.resume,
        visitor,
        origin,
      }),
    );
  };
  server.post('/webchat/token', ...jsonBody(options.bodyBytes), exchange);
}
