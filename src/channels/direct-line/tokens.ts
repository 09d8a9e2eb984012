import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../core/clock';
import { DirectLineError } from './direct-line-error';

const ISSUER = 'direct-line';

/** How long each kind of token lives, in seconds; a chat page that is opened gets a new `resume`. */
const LIFETIMES = { access: 30 * 60, stream: 60, resume: 30 * 86_400 } as const;

/** `access` calls the API, `stream` opens one WebSocket, `resume` gets a new access token for its conversation. */
export type TokenKind = keyof typeof LIFETIMES;

export const visitorSchema = z.object({
  subject: z.string(),
  issuer: z.string(),
  name: z.string().exactOptional(),
  email: z.string().exactOptional(),
  company: z.string().exactOptional(),
});

const grant = z.object({
  conv: z.string(),
  user: z.string(),
  locale: z.string().exactOptional(),
  visitor: visitorSchema.exactOptional(),
});

/** What a token opens: one conversation, as one user. Clients read `user` from the token. */
export type Grant = Readonly<z.infer<typeof grant>>;

/** Signs and checks the tokens of the embedded Direct Line. */
export class Tokens {
  readonly #key: Uint8Array;
  readonly #now: Clock;

  /** The key must have at least 32 bytes. */
  constructor(key: Uint8Array, now: Clock) {
    this.#key = key;
    this.#now = now;
  }

  async issue(kind: TokenKind, content: Grant): Promise<string> {
    const issued = Math.floor(this.#now().getTime() / 1000);
    return new SignJWT({ ...content })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setAudience(kind)
      .setIssuedAt(issued)
      .setExpirationTime(issued + LIFETIMES[kind])
      .sign(this.#key);
  }

  /** Throws `TokenExpired` for a token that was good, `InvalidToken` for any other. */
  async verify(kind: TokenKind, token: string): Promise<Grant> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: kind,
        currentDate: this.#now(),
      });
      return grant.parse(payload);
    } catch (cause) {
      if (cause instanceof errors.JWTExpired)
        throw new DirectLineError('TokenExpired', 'The token has expired.', { cause });
      throw new DirectLineError('InvalidToken', 'The token is not valid here.', { cause });
    }
  }
}

/** Seconds that an access token is good for. */
export const ACCESS_SECONDS = LIFETIMES.access;
