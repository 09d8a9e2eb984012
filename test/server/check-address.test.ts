import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { startServer, type TestServer } from './test-server';

let server: TestServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.close());

/** Status and words of the answer. */
async function ask(path: string, headers: Record<string, string>): Promise<[number, string]> {
  const request = get(server.url, { path, headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return [response.statusCode ?? 0, await text(response)];
}

it.each([
  ['a host with a space', '/healthz', { host: 'a b' }],
  ['a port that there is none of', '/healthz', { host: 'x:99999' }],
  ['a host with a path', '/healthz', { host: 'x/healthz?' }],
  ['an address without a host', 'http://[', { host: 'x' }],
  ['%00', '/healthz?%00', { host: 'x' }],
])('%s is refused, and the server lives on', async (_, path, headers) => {
  const [status, said] = await ask(path, headers);
  expect([status, said]).toEqual([400, expect.stringContaining('address')]);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

it.each(['Host: bot.example', 'Authorization: Bearer y', 'Content-Type: text/plain'])(
  'a second "%s" is refused, also for a stream',
  async (line) => {
    for (const path of ['/healthz', '/v3/directline/conversations/x/stream']) {
      const headers = [
        'Host: x',
        'Authorization: Bearer x',
        'Content-Type: application/json',
        line,
      ];
      const upgrade = path === '/healthz' ? [] : ['Connection: Upgrade', 'Upgrade: websocket'];
      const said = await send([`GET ${path} HTTP/1.1`, ...headers, ...upgrade]);
      expect(said).toMatch(/^HTTP\/1\.1 400 /);
      expect(said).toContain('came more than once');
    }
  },
);

it.each([
  'http://u@bot.example/healthz',
  'http://:p@bot.example/healthz',
  'ftp://bot.example/healthz',
  'http://a*b/healthz',
])('the address %s is refused', async (address) => {
  expect(await ask(address, { host: 'bot.example' })).toEqual([
    400,
    expect.stringContaining('address'),
  ]);
});

it('a host in the address counts, and the header does not', async () => {
  const token = '/webchat/token';
  const headers = ['Host: x', 'Content-Length: 0'];
  const said = await send([`POST http://bot.example${token} HTTP/1.1`, ...headers]);
  expect(said).toContain('"domain":"http://bot.example/v3/directline"');
});

it.each(['http://[', '//[/v3/directline/conversations/x/stream', '/v3/%'])(
  "a stream at %s with a Host that can't be read is refused",
  async (path) => {
    const headers = { host: 'a b', connection: 'Upgrade', upgrade: 'websocket' };
    expect((await ask(path, headers))[0]).toBe(400);
  },
);

it('more than 100 headers are refused, and the body after them is no request of its own', async () => {
  // What `send` adds makes it whole.
  const body = ['GET /healthz HTTP/1.1', 'Host: x'];
  const length = [...body, 'Connection: close', '', ''].join('\r\n').length;
  const offer = ['Connection: Upgrade', 'Upgrade: h2c'];
  for (const first of [offer, []]) {
    const junk = Array.from({ length: 200 }, (_, place) => `X-${place}: y`);
    const head = ['POST /webchat/token HTTP/1.1', 'Host: x', ...first, ...junk];
    const said = await send([...head, `Content-Length: ${length}`, '', ...body]);
    expect(said.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 431']);
    expect(said).toContain('100 headers');
  }
});

it('takes 100 headers, and OPTIONS for the server as a whole', async () => {
  const junk = Object.fromEntries(Array.from({ length: 98 }, (_, place) => [`x-${place}`, 'y']));
  expect((await ask('/healthz', { host: 'x', ...junk }))[0]).toBe(200);
  expect(await send(['OPTIONS * HTTP/1.1', 'Host: x'])).toMatch(/^HTTP\/1\.1 200 /);
});

/** The answer to a request of these lines. */
async function send(lines: readonly string[]): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.end([...lines, 'Connection: close', '', ''].join('\r\n'));
  return text(socket);
}

it('takes hosts by name, by number and none', async () => {
  for (const host of ['bot.example', 'localhost:3978', '127.0.0.1:1', '[::1]:3978', ''])
    expect((await ask('/healthz', { host }))[0]).toBe(200);
});
