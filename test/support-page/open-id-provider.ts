import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Who is signed in at the provider, as its ID token says. */
export interface Account {
  readonly sub: string;
  readonly oid?: string;
  readonly name?: string;
  readonly roles?: readonly string[];
}

interface Grant {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string;
}

/** What a test may have the provider do wrong. */
export interface Misdeeds {
  readonly nonce?: string;
  readonly audience?: string;
}

export const CLIENT = { id: 'support-page', secret: 'a secret of the app registration' };

/** An OpenID provider on loopback: discovery, keys, authorization code with PKCE, signed ID tokens. */
export async function startProvider() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' };
  const grants = new Map<string, Grant>();
  let account: Account = { sub: 'kim', name: 'Kim Berg', roles: ['Support'] };
  let misdeeds: Misdeeds = {};
  let issuer = '';

  const idToken = ({ nonce }: Grant) =>
    new SignJWT({ ...account, nonce: misdeeds.nonce ?? nonce })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
      .setIssuer(issuer)
      .setAudience(misdeeds.audience ?? CLIENT.id)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);

  const authorize = (query: URLSearchParams, response: ServerResponse) => {
    const code = randomUUID();
    const redirectUri = query.get('redirect_uri') ?? '';
    grants.set(code, {
      redirectUri,
      challenge: query.get('code_challenge') ?? '',
      nonce: query.get('nonce') ?? '',
    });
    const back = new URL(redirectUri);
    back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
    response.writeHead(302, { location: back.href });
    response.end();
  };

  const exchange = async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const form = new URLSearchParams(body);
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const verifier = createHash('sha256').update(form.get('code_verifier') ?? '');
    const basic = Buffer.from(
      [CLIENT.id, CLIENT.secret]
        .map((part) => encodeURIComponent(part).replaceAll('%20', '+'))
        .join(':'),
    ).toString('base64');
    const isGood =
      grant?.redirectUri === form.get('redirect_uri') &&
      grant.challenge === verifier.digest('base64url') &&
      request.headers.authorization === `Basic ${basic}`;
    response.writeHead(isGood ? 200 : 400, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        isGood
          ? { access_token: randomUUID(), token_type: 'Bearer', id_token: await idToken(grant) }
          : { error: 'invalid_grant' },
      ),
    );
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', issuer);
    const json = (value: unknown) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value));
    };
    if (url.pathname === '/authorize') authorize(url.searchParams, response);
    else if (url.pathname === '/token') void exchange(request, response);
    else if (url.pathname === '/keys') json({ keys: [jwk] });
    else
      json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    signedIn: (who: Account) => (account = who),
    misbehave: (how: Misdeeds) => (misdeeds = how),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
