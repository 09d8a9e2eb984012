import { ConfigError } from '../../src/core/errors';
import { call } from './call';
import { startServer, type TestServer } from './test-server';

const ALLOWED = 'https://partners.example';

let server: TestServer;
afterEach(() => server.close());

describe('the chat page', () => {
  beforeEach(async () => {
    server = await startServer();
  });

  it.each([
    ['?lang=sv', 'en', 'sv-SE'],
    ['?lang=en', 'sv', 'en-GB'],
    ['', 'sv-FI,sv;q=0.9,en;q=0.5', 'sv-SE'],
    ['', 'en;q=0.5, sv;q=0.8', 'sv-SE'],
    ['', 'de-DE,de', 'en-GB'],
    ['?lang=klingon', '', 'en-GB'],
  ])('%s with Accept-Language "%s" is in %s', async (query, accepted, locale) => {
    const { body, headers } = await call(server, `/webchat/${query}`, {
      headers: { 'Accept-Language': accepted },
    });
    expect(headers.get('content-language')).toBe(locale);
    expect(body['text']).toContain(`<html lang="${locale}">`);
  });

  it('is where the root leads', async () => {
    const { status, headers } = await call(server, '/');
    expect([status, headers.get('location')]).toEqual([302, '/webchat/']);
  });

  it('allows one script by a nonce that is never the same, and nothing inline', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => {
        const { headers } = await call(server, '/webchat/');
        return headers.get('content-security-policy') ?? '';
      }),
    );
    expect(policies[0]).not.toBe(policies[1]);
    for (const policy of policies) {
      expect(policy).toMatch(/script-src 'nonce-[\w+/]{22}=='/);
      expect(policy).not.toContain('unsafe');
    }
  });

  it('repeats nothing from its address', async () => {
    const attack = encodeURIComponent('"><script>alert(1)</script>');
    const { body } = await call(server, `/webchat/?lang=${attack}&framed=${attack}&x=${attack}`);
    expect(body['text']).not.toContain('alert(1)');
  });

  it('has files that are served compressed and may be kept', async () => {
    const { headers, body } = await call(server, '/webchat/assets/chat-1.js', {
      headers: { 'Accept-Encoding': 'identity' },
    });
    expect(body['text']).toBe('console.log(1);');
    expect(headers.get('cache-control')).toContain('immutable');
    const compressed = await fetch(`${server.url}/webchat/assets/chat-1.js`, {
      method: 'HEAD',
      headers: { 'Accept-Encoding': 'br' },
    });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    const unchanged = await call(server, '/webchat/assets/chat-1.js', {
      headers: { 'If-None-Match': compressed.headers.get('etag') ?? '', 'Accept-Encoding': 'br' },
    });
    expect(unchanged.status).toBe(304);
  });

  it.each(['/webchat/assets/no.js', '/webchat/assets/..%2fmanifest.json', '/webchat/demo'])(
    'has no %s',
    async (path) => {
      expect((await call(server, path)).status).toBe(404);
    },
  );
});

describe('another site', () => {
  it.each([
    [ALLOWED, ALLOWED],
    ['https://elsewhere.example', null],
    ['null', null],
  ])('at %s is answered as allowed for %s', async (origin, allowed) => {
    server = await startServer({ allowedOrigins: [ALLOWED] });
    const headers = { Origin: origin };
    const answer = await call(server, '/webchat/token', { method: 'POST', body: {}, headers });
    const preflight = await call(server, '/v3/directline/conversations', {
      method: 'OPTIONS',
      headers: { ...headers, 'Access-Control-Request-Method': 'POST' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe(allowed);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(allowed);
    expect(preflight.status === 204).toBe(allowed !== null);
  });

  it('may show the chat in a frame when no origins are named, and else only when it is named', async () => {
    server = await startServer();
    const open = await call(server, '/webchat/');
    expect(open.headers.get('content-security-policy')).toMatch(/frame-ancestors \*$/);
    expect(open.headers.get('x-frame-options')).toBeNull();
    await server.close();
    server = await startServer({ allowedOrigins: [ALLOWED] });
    const closed = await call(server, '/webchat/');
    expect(closed.headers.get('content-security-policy')).toMatch(
      new RegExp(`frame-ancestors 'self' ${ALLOWED}$`),
    );
  });

  it('gets no answer that a cache has kept for another', async () => {
    server = await startServer({ allowedOrigins: [ALLOWED] });
    for (const path of ['/webchat/', '/webchat/embed.js', '/webchat/token'])
      expect((await call(server, path)).headers.get('vary')).toContain('Origin');
  });

  it('may load the script that brings the chat', async () => {
    server = await startServer();
    const { headers } = await call(server, '/webchat/embed.js');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  it('gets no cookie', async () => {
    server = await startServer();
    for (const path of ['/webchat/', '/webchat/embed.js', '/healthz'])
      expect((await call(server, path)).headers.get('set-cookie')).toBeNull();
  });
});

describe('the demo page', () => {
  beforeEach(async () => {
    server = await startServer({
      demoPeople: [{ user: 'anna', label: 'Anna, Fjällberg "IT" AB' }],
    });
  });

  it('is anonymous until one chooses someone', async () => {
    const { body } = await call(server, '/webchat/demo?lang=sv');
    expect(body['text']).toContain('Anna, Fjällberg &quot;IT&quot; AB');
    expect(body['text']).not.toContain('data-visitor-url');
  });

  it('vouches for the one that was chosen', async () => {
    const { body: page } = await call(server, '/webchat/demo?as=anna');
    expect(page['text']).toContain('data-visitor-url="/webchat/demo/visitor?as=anna"');
    const { body } = await call(server, '/webchat/demo/visitor?as=anna');
    const visitor = String(body['text']);
    const exchange = () => call(server, '/webchat/token', { method: 'POST', body: { visitor } });
    expect((await exchange()).status).toBe(200);
    expect((await exchange()).status).toBe(401);
  });

  it('vouches for nobody else', async () => {
    expect((await call(server, '/webchat/demo/visitor?as=eve')).status).toBe(404);
  });
});

describe('operation', () => {
  it('says that it lives, and whether it can work', async () => {
    let isReady = true;
    server = await startServer({ isReady: () => Promise.resolve(isReady) });
    expect((await call(server, '/healthz')).status).toBe(200);
    expect((await call(server, '/readyz')).status).toBe(200);
    isReady = false;
    expect((await call(server, '/readyz')).status).toBe(503);
    expect((await call(server, '/healthz')).status).toBe(200);
  });

  it('counts requests by route, without addresses of conversations', async () => {
    server = await startServer();
    await call(server, '/v3/directline/conversations/secret-id/activities');
    const { body } = await call(server, '/metrics');
    expect(body['text']).toContain(
      'route="/v3/directline/conversations/:id/activities",status="401"',
    );
    expect(body['text']).not.toContain('secret-id');
  });

  it('says what to do when the browser code is not built', async () => {
    server = await startServer();
    await expect(startServer({ webFolder: '/nowhere' })).rejects.toThrow(/not built/);
  });

  it('says that the port is taken, and which settings to look at', async () => {
    server = await startServer();
    const port = Number(new URL(server.url).port);
    const starting = startServer({ port });
    await expect(starting).rejects.toThrow(ConfigError);
    await expect(starting).rejects.toThrow(/HOST.*PORT/);
  });
});
