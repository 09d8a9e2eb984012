import { exportJWK, generateKeyPair, SignJWT, type JWTPayload, type KeyLike } from 'jose';
import { sendJson, startHttpFake } from './http-fake';

const MINUTE = 60;

export interface TokenOptions {
  readonly claims?: JWTPayload;
  readonly key?: string;
  readonly alg?: string;
  /** Seconds from now. */
  readonly from?: number;
  readonly until?: number;
  readonly signWith?: KeyLike | Uint8Array;
}

/** An OpenID issuer on loopback with real keys: `endorsed` for Teams and Web Chat, `bare` for nothing, `slack` for Slack. */
export async function startIssuer(appId: string) {
  const pairs = await Promise.all(
    ['endorsed', 'bare', 'slack'].map(async (kid) => ({
      kid,
      ...(await generateKeyPair('RS256', { extractable: true })),
    })),
  );
  const endorsements: Readonly<Record<string, readonly string[]>> = {
    endorsed: ['msteams', 'webchat', 'directline'],
    slack: ['slack'],
  };
  const keys = await Promise.all(
    pairs.map(async ({ kid, publicKey }) => ({
      ...(await exportJWK(publicKey)),
      ...{ kid, use: 'sig', endorsements: endorsements[kid] },
    })),
  );
  const seen = { metadata: 0, keys: 0, tokens: 0 };
  const http = await startHttpFake(({ path }, response) => {
    sendJson(response, 200, answer(path));
  });
  function answer(path: string): object {
    if (path === '/metadata') {
      seen.metadata += 1;
      return { issuer: http.url, jwks_uri: `${http.url}/keys` };
    }
    if (path === '/keys') {
      seen.keys += 1;
      return { keys };
    }
    seen.tokens += 1;
    return { access_token: `outbound-${seen.tokens}`, expires_in: 3600 };
  }
  const keyOf = (kid: string) => pairs.find((pair) => pair.kid === kid) ?? pairs[0];

  /** A token as Azure Bot Service makes them, with whatever is to be wrong with it. */
  const token = (serviceUrl: string, options: TokenOptions = {}): Promise<string> => {
    const { key = 'endorsed', alg = 'RS256', from = -MINUTE, until = 10 * MINUTE } = options;
    const now = Math.floor(Date.now() / 1000);
    const signWith = options.signWith ?? keyOf(key)?.privateKey;
    if (signWith === undefined) throw new RangeError(key);
    return new SignJWT({ serviceurl: serviceUrl, iss: http.url, aud: appId, ...options.claims })
      .setProtectedHeader({ alg, kid: key, typ: 'JWT' })
      .setNotBefore(now + from)
      .setExpirationTime(now + until)
      .sign(signWith);
  };
  return { ...http, seen, keys, token };
}

export type FakeIssuer = Awaited<ReturnType<typeof startIssuer>>;
