import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runInNewContext } from 'node:vm';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type KeyLike } from 'jose';
import type { TurnContext } from 'botbuilder';
import { VISITOR } from '../../src/core/visitor';
import type { HostSite } from '../../src/server/visitor-verifier';
import { call, visitorToken, type VisitorToken } from './call';
import { startServer, type TestServer } from './test-server';

const SECRET = 'the secret that we share with the site';
const ROOT = '/v3/directline';
const now = new Date('2026-11-22T12:00:00Z');
const seconds = now.getTime() / 1000;

const claims = {
  iss: 'https://partners.example',
  aud: 'partner-benefits-bot',
  sub: 'anna',
  jti: '1',
  iat: seconds,
  exp: seconds + 60,
};

interface Signing {
  readonly alg?: string;
  readonly key?: KeyLike | Uint8Array;
  readonly kid?: string | undefined;
}

async function sign(overrides: object = {}, signing: Signing = {}): Promise<string> {
  const { alg = 'HS256', key = new TextEncoder().encode(SECRET), kid } = signing;
  return new SignJWT({ ...claims, ...overrides })
    .setProtectedHeader({ alg, ...(kid !== undefined && { kid }) })
    .sign(key);
}

/** Says who the turn is by. */
const whoBot = {
  async run(context: TurnContext) {
    if (context.activity.type !== 'message') return;
    const visitor: unknown = context.turnState.get(VISITOR);
    await context.sendActivity({ type: 'message', text: JSON.stringify(visitor ?? 'nobody') });
  },
};

let server: TestServer;
let time: Date;
async function start(site: Partial<HostSite> = {}): Promise<void> {
  const known = { issuer: claims.iss, audience: claims.aud, key: { secret: SECRET }, ...site };
  time = now;
  server = await startServer({ now: () => time, bot: whoBot, hostSites: [known] });
}
afterEach(() => server.close());

async function exchange(visitor: string) {
  return call(server, '/webchat/token', { method: 'POST', body: { visitor } });
}

async function whoAmI({ token, conversationId }: VisitorToken): Promise<string> {
  const path = `${ROOT}/conversations/${conversationId}/activities`;
  await call(server, `${ROOT}/conversations`, { method: 'POST', token });
  const forged = { [VISITOR.toString()]: { subject: 'eve' }, visitor: { subject: 'eve' } };
  const body = { type: 'message', text: 'who am I?', channelData: forged, ...forged };
  await call(server, path, { method: 'POST', token, body });
  await server.directLine.close();
  const read = await call(server, path, { token });
  return (read.body['activities'] as { text: string }[]).at(-1)?.text ?? '';
}

describe("a site's token for its visitor", () => {
  beforeEach(() => start());

  it('is exchanged for one that carries the identity into every turn', async () => {
    const token = await visitorToken(server, { visitor: await sign({ name: 'Anna Berg' }) });
    expect(JSON.parse(await whoAmI(token))).toEqual({
      issuer: claims.iss,
      subject: 'anna',
      name: 'Anna Berg',
    });
  });

  it('is not needed: without it the visitor is nobody, whatever the browser says', async () => {
    expect(await whoAmI(await visitorToken(server))).toBe('"nobody"');
  });

  it('is good once', async () => {
    const token = await sign();
    expect((await exchange(token)).status).toBe(200);
    expect(await exchange(token)).toMatchObject({
      status: 401,
      body: { error: { message: expect.stringContaining('used before') as string } },
    });
  });

  it.each<[string, object, RegExp]>([
    ['has expired', { exp: seconds - 61 }, /expired/],
    ['comes from later', { iat: seconds + 61, exp: seconds + 120 }, /iat/],
    ['has a name that is none', { name: 7 }, /name/],
    ['never expires', { exp: undefined }, /exp/],
    ['is older than ten minutes', { iat: seconds - 700, exp: seconds + 6000 }, /iat|expired/],
    ['has no id', { jti: undefined }, /jti/],
    ['has no subject', { sub: undefined }, /sub/],
    ['is for somebody else', { aud: 'another-bot' }, /aud/],
    ['is from another site', { iss: 'https://elsewhere.example' }, /issuer/],
  ])('is refused when it %s', async (_what, overrides, reason) => {
    const refused = await exchange(await sign(overrides));
    expect(refused.status).toBe(401);
    expect(JSON.stringify(refused.body)).toMatch(reason);
  });

  it.each([-59, 59])('is good when the clock of its site is %i seconds ahead', async (ahead) => {
    const at = seconds + ahead;
    expect((await exchange(await sign({ iat: at, exp: at + 60, jti: `${ahead}` }))).status).toBe(
      200,
    );
    expect((await exchange(await sign({ iat: at, exp: at + 60, jti: `${ahead}` }))).status).toBe(
      401,
    );
  });

  it.each<[string, () => Promise<string>]>([
    ['is signed with another key', () => sign({}, { key: new Uint8Array(32) })],
    [
      'uses another algorithm',
      () => sign({}, { alg: 'HS512', key: new TextEncoder().encode(SECRET.repeat(2)) }),
    ],
    ['is not signed', async () => `${(await sign()).split('.').slice(0, 2).join('.')}.`],
    ['is no token', () => Promise.resolve('nonsense')],
    ["is one of the bot's own", async () => (await visitorToken(server)).token],
  ])('is refused when it %s', async (_what, make) => {
    expect((await exchange(await make())).status).toBe(401);
  });

  it('resumes the conversation of the same visitor and of nobody else', async () => {
    const visitor = (overrides: object) => sign(overrides);
    const first = await visitorToken(server, { visitor: await visitor({ jti: 'a' }) });
    const { resume, conversationId, user } = first;
    const same = { resume, visitor: await visitor({ jti: 'b' }) };
    expect(await visitorToken(server, same)).toMatchObject({ conversationId, user });
    const other = { resume, visitor: await visitor({ jti: 'c', sub: 'erik' }) };
    expect(await visitorToken(server, other)).not.toMatchObject({ conversationId });
    expect(await visitorToken(server, { resume })).not.toMatchObject({ conversationId });
  });
});

it('is made by the example of the documentation as it stands there', async () => {
  const known = { issuer: claims.iss, audience: claims.aud, key: { secret: SECRET } };
  server = await startServer({ hostSites: [known] });
  const [, example = ''] = /```js\n([^]*?)```/.exec(readFileSync('docs/web-chat.md', 'utf8')) ?? [];
  const request = { session: { user: { id: 'anna', name: 'Anna' } } };
  const token = await new Promise<string>((resolve) => {
    const response = { type: () => response, send: resolve };
    runInNewContext(example.replace(/^import .*$/m, ''), {
      ...{ SignJWT, TextEncoder, crypto: { randomUUID } },
      app: {
        get: (_path: string, handle: (...seen: unknown[]) => void) => handle(request, response),
      },
      process: { env: { VISITOR_TOKEN_SECRET: SECRET } },
    });
  });
  expect((await exchange(token)).status).toBe(200);
  expect((await exchange(token)).status).toBe(401);
});

describe("a site's published keys", () => {
  let keys: Server;
  let published: JWK[];
  let answers: number;
  let site: Partial<HostSite>;
  async function makeKey(alg: string, kid: string): Promise<Signing> {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    published.push({ ...(await exportJWK(publicKey)), kid, alg });
    return { alg, key: privateKey, kid };
  }
  beforeEach(async () => {
    published = [];
    answers = 200;
    keys = createHttpServer((_request, response) => {
      response.statusCode = answers;
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ keys: published }));
    });
    await new Promise<void>((resolve) => keys.listen(0, '127.0.0.1', resolve));
    const { port } = keys.address() as AddressInfo;
    site = { key: { jwksUrl: `http://127.0.0.1:${port}/keys` } };
    await start(site);
  });
  afterEach(() => new Promise((resolve) => keys.close(resolve)));

  it.each(['ES256', 'RS256'])('are what its tokens are checked with: %s', async (alg) => {
    const signing = await makeKey(alg, 'k');
    expect((await exchange(await sign({}, signing))).status).toBe(200);
    expect((await exchange(await sign({}, signing))).status).toBe(401);
  });

  it('are read anew when the site has changed them, and the old key is then no good', async () => {
    const old = await makeKey('ES256', 'old');
    expect((await exchange(await sign({ jti: 'a' }, old))).status).toBe(200);
    published = [];
    const fresh = await makeKey('ES256', 'new');
    // They are looked for again at most every thirty seconds.
    time = new Date(now.getTime() + 31_000);
    expect((await exchange(await sign({ jti: 'b' }, fresh))).status).toBe(200);
    expect((await exchange(await sign({ jti: 'c' }, old))).status).toBe(401);
  });

  it('refuse a token that is signed with the public key as if it were a secret', async () => {
    const { kid = '' } = await makeKey('RS256', 'k');
    const key = new TextEncoder().encode(JSON.stringify(published[0]));
    for (const forged of [await sign(), await sign({}, { alg: 'HS256', key, kid })])
      expect(await exchange(forged)).toMatchObject({
        status: 401,
        body: { error: { message: expect.stringContaining('algorithm') as string } },
      });
  });

  it('refuse a token that says not which of several keys it is signed with', async () => {
    const signing = await makeKey('ES256', 'one');
    await makeKey('ES256', 'two');
    const refused = await exchange(await sign({}, { ...signing, kid: undefined }));
    expect(refused).toMatchObject({ status: 401 });
    expect(JSON.stringify(refused.body)).toContain('kid');
  });

  it.each<[string, () => void]>([
    ['are not there', () => keys.close()],
    ['are an error', () => (answers = 500)],
  ])('let a visitor wait while they %s: nothing is wrong with the token', async (_what, fail) => {
    const signing = await makeKey('ES256', 'k');
    fail();
    const answer = await exchange(await sign({}, signing));
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'Unavailable' } } });
    expect(answer.headers.get('retry-after')).toBe('5');
  });
});
