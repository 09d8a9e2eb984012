import type { Request } from 'restify';
import { z } from 'zod';
import type { DirectLine } from '../channels/direct-line/direct-line';
import type { Grant } from '../channels/direct-line/tokens';
import { clientOf } from './client';
import { HttpError } from './http-error';
import { createRateGuard, type RateGuard } from './rate-guard';

const tokenRequest = z.object({
  locale: z.string().max(35).optional(),
  /** What this browser got with its last token. */
  resume: z.string().max(4096).optional(),
});

export interface TokenDeskOptions {
  readonly directLine: DirectLine;
  readonly trustsProxy: boolean;
}

/** Gives visitors of the chat their tokens. */
export class TokenDesk {
  readonly #options: TokenDeskOptions;
  readonly #guard: RateGuard;

  constructor(options: TokenDeskOptions) {
    this.#options = options;
    this.#guard = createRateGuard(options.directLine.limits.conversationsPerAddress);
  }

  /** `POST /webchat/token`: a token for the conversation that the browser resumes, or for a new one. */
  async exchange(request: Request): Promise<object> {
    const { directLine, trustsProxy } = this.#options;
    const { address, origin } = clientOf(request, trustsProxy);
    await this.#guard(address);
    const body = tokenRequest.safeParse(request.body ?? {});
    if (!body.success) throw new HttpError('BadRequest', 'locale and resume must be text.');
    const { locale, resume } = body.data;
    const grant = (await this.#resumed(resume)) ?? directLine.grant({ locale });
    return {
      ...(await directLine.accessToken(grant)),
      resume: await directLine.tokens.issue('resume', grant),
      user: grant.user,
      domain: `${origin}/v3/directline`,
    };
  }

  /** The conversation of a resume token unless it is over; one that was forgotten starts again. */
  async #resumed(resume: string | undefined): Promise<Grant | undefined> {
    if (resume === undefined) return undefined;
    const { directLine } = this.#options;
    const grant = await directLine.tokens.verify('resume', resume).catch(() => undefined);
    return grant !== undefined && (await directLine.hasEnded(grant.conv)) ? undefined : grant;
  }
}
