import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { limitConnections } from '../../src/server/limit-connections';
import { nestsDeeperThan } from '../../src/server/nesting';
import { call } from './call';
import { startServer, type TestServer } from './test-server';

it.each([
  ['[[1]]', 1, true],
  ['[[1]]', 2, false],
  ['{"a":{"b":[]}}', 2, true],
  ['"[[[[["', 0, false],
  [String.raw`"\"[[["`, 0, false],
  ['[],[],[]', 1, false],
])('%s nests deeper than %d: %s', (json, limit, expected) => {
  expect(nestsDeeperThan(json, limit)).toBe(expected);
});

describe('a client that sends too slowly', () => {
  it.each([
    ['within the headers', 'POST / HTTP/1.1\r\nHost: x\r\n'],
    ['within the body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n1'],
  ])('is cut off %s', async (_, sent) => {
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.end());
    });
    limitConnections(server, {
      ...{ headers: 100, request: 200, keepAlive: 1000, idle: 5000, check: 20 },
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(sent);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('408');
    server.close();
    server.closeAllConnections();
  });
});

describe('what JSON may be', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startServer()));
  afterAll(() => server.close());

  const post = async (path: string, body: string) => {
    const headers = { 'Content-Type': 'application/json' };
    return (await fetch(`${server.url}${path}`, { method: 'POST', headers, body })).status;
  };

  it.each(['/api/messages', '/webchat/token', '/v3/directline/conversations'])(
    'is limited in depth at %s',
    async (path) => {
      expect(await post(path, '['.repeat(50_000))).toBe(400);
      expect(await post(path, `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)).toBe(400);
    },
  );

  it('changes no prototype', async () => {
    await post(
      '/webchat/token',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((await call(server, '/healthz')).status).toBe(200);
  });
});
