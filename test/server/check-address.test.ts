import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
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

it.each(['http://[', '//[/v3/directline/conversations/x/stream', '/v3/%'])(
  'a stream at %s is refused as one that does not exist',
  async (path) => {
    const headers = { host: 'a b', connection: 'Upgrade', upgrade: 'websocket' };
    expect((await ask(path, headers))[0]).toBe(404);
  },
);

it('takes hosts by name, by number and none', async () => {
  for (const host of ['bot.example', 'localhost:3978', '127.0.0.1:1', '[::1]:3978', ''])
    expect((await ask('/healthz', { host }))[0]).toBe(200);
});
