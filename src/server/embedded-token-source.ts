import type { DirectLine } from '../channels/direct-line/direct-line';
import type { TokenAnswer, TokenRequest, TokenSource } from './token-source';
import { resumable } from './resumable';
import { visitorUserId } from './visitor-user-id';

/** Tokens of the bot's own Direct Line. */
export class EmbeddedTokenSource implements TokenSource {
  readonly #directLine: DirectLine;

  constructor(directLine: DirectLine) {
    this.#directLine = directLine;
  }

  async exchange({ locale, resume, visitor, origin }: TokenRequest): Promise<TokenAnswer> {
    const directLine = this.#directLine;
    const earlier = await resumable(directLine.tokens, resume, visitor);
    const isOver = earlier !== undefined && (await directLine.hasEnded(earlier.conv));
    const grant =
      earlier !== undefined && !isOver
        ? earlier
        : directLine.grant({ locale, visitor, user: visitor && visitorUserId(visitor) });
    return {
      ...(await directLine.accessToken(grant)),
      resume: await directLine.tokens.issue('resume', grant),
      user: grant.user,
      domain: `${origin}/v3/directline`,
    };
  }
}
