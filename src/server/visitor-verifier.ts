import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  decodeJwt,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import { z } from 'zod';
import type { Clock } from '../core/clock';
import { oneLine } from '../core/one-line';
import { storable } from '../core/storable';
import type { Visitor } from '../core/visitor';
import { unwatched, type WatchCall } from '../core/watch-call';
import { fetchKeys } from './fetch-keys';
import { HttpError } from './http-error';
import { SigningKeys } from './signing-keys';

/** A host site's token lives this long at most, whatever it says itself. */
const MAXIMUM_LIFETIME_SECONDS = 600;
/** How far the site's clock may be from ours. Ids of used tokens are kept for as long after their end. */
const CLOCK_SECONDS = 60;
/** A site may change its keys without giving them names. */
const REFRESH_MS = 10 * 60 * 1000;

/** What a look for a token's key fails with when the token is to blame, not the way to the keys. */
const OF_TOKEN = [
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSENotSupported,
];

/** A site that may vouch for its visitors. */
export interface HostSite {
  /** What the site puts into `iss`. */
  readonly issuer: string;
  /** What it must put into `aud`, so that its tokens for others aren't good here. */
  readonly audience: string;
  /** A secret shared with the site (HS256), or where it publishes its keys (RS256, ES256). */
  readonly key: { readonly secret: string } | { readonly jwksUrl: string };
}

/** Remembers which tokens were used. */
export interface UsedTokens {
  /** Notes an id until it expires; false when it was noted before. */
  useOnce(id: string, expires: Date): Promise<boolean>;
}

export interface VisitorVerifierOptions {
  readonly sites: readonly HostSite[];
  readonly now: Clock;
  readonly used: UsedTokens;
  /** Watches calls of the sites. */
  readonly watch?: WatchCall | undefined;
}

/**
 * Checks the token with which a host site vouches for its visitor, once; throws `Unauthorized` with the reason, or
 * `Unavailable` while the site's keys can't be had.
 */
export type VisitorVerifier = (token: string) => Promise<Visitor>;

const text = z.string().max(200).overwrite(storable);
const words = text.overwrite(oneLine);
/** Never changed into another one. */
const id = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => storable(value) === value);

const claims = z.object({
  iss: z.string(),
  sub: id,
  jti: id,
  iat: z.number(),
  exp: z.number(),
  name: words.exactOptional(),
  email: text.exactOptional(),
  company: text.exactOptional(),
});

export function createVisitorVerifier(options: VisitorVerifierOptions): VisitorVerifier {
  const checks = new Map(options.sites.map((site) => [site.issuer, signatureCheck(site, options)]));
  return async (token) => {
    const check = checks.get(issuerOf(token));
    if (check === undefined) throw refused('its issuer may not vouch for visitors here');
    const payload = await check(token, options.now()).catch((error: unknown) => {
      throw error instanceof HttpError ? error : refused(reasonOf(error), error);
    });
    const result = claims.safeParse(payload);
    if (!result.success) {
      const names = result.error.issues.map(({ path }) => path.join('.'));
      throw refused(`${names.join(', ')}: missing, too long or of another type`);
    }
    const { iss, sub, jti, iat, exp, name, email, company } = result.data;
    const end = Math.min(exp, iat + MAXIMUM_LIFETIME_SECONDS);
    const id = createHash('sha256')
      .update(JSON.stringify([iss, jti]))
      .digest('base64url');
    if (!(await options.used.useOnce(id, new Date(end * 1000))))
      throw refused('it was used before');
    return {
      issuer: iss,
      subject: sub,
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
      ...(company !== undefined && { company }),
    };
  };
}

function issuerOf(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch (error) {
    throw refused(reasonOf(error), error);
  }
}

function signatureCheck({ issuer, audience, key }: HostSite, options: VisitorVerifierOptions) {
  const rules = (currentDate: Date): JWTVerifyOptions => ({
    issuer,
    audience,
    currentDate,
    clockTolerance: CLOCK_SECONDS,
    maxTokenAge: MAXIMUM_LIFETIME_SECONDS,
    requiredClaims: ['exp', 'jti', 'sub'],
  });
  if ('secret' in key) {
    const secret = new TextEncoder().encode(key.secret);
    return async (token: string, now: Date): Promise<JWTPayload> =>
      (await jwtVerify(token, secret, { ...rules(now), algorithms: ['HS256'] })).payload;
  }
  const find = publishedKeys(key.jwksUrl, options);
  return async (token: string, now: Date): Promise<JWTPayload> =>
    (await jwtVerify(token, find, { ...rules(now), algorithms: ['RS256', 'ES256'] })).payload;
}

/** Keys that a site publishes, read anew for an id that is unknown. */
function publishedKeys(
  url: string,
  { now, watch = unwatched }: VisitorVerifierOptions,
): JWTVerifyGetKey {
  const known = new SigningKeys(() => watch(() => fetchKeys(url, fetch)), now, REFRESH_MS);
  return async (header, token) => {
    try {
      const keys = await known.all(header.kid);
      return await createLocalJWKSet({ keys: [...keys] })(header, token);
    } catch (cause) {
      if (OF_TOKEN.some((kind) => cause instanceof kind)) throw cause;
      const message = "The site's keys can't be read. Try again later.";
      throw new HttpError('Unavailable', message, { cause, retryAfter: 5 });
    }
  };
}

function refused(reason: string, cause?: unknown): HttpError {
  return new HttpError('Unauthorized', `The visitor's token is refused: ${reason}.`, { cause });
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'it has expired';
  if (error instanceof errors.JWTClaimValidationFailed)
    return `its claim ${error.claim} is missing or wrong`;
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey
  )
    return 'it is not signed with the key of the site';
  if (error instanceof errors.JWKSMultipleMatchingKeys)
    return 'the site has several keys, and it names none of them (kid)';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'its algorithm is not allowed';
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid)
    return 'it is no JWT';
  return "it can't be checked";
}
