import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { limitConnections } from '../../src/server/limit-connections';
import { nestsDeeperThan } from '../../src/server/nesting';
import { call, visitorToken } from './call';
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

  const post = async (path: string, body: string, type = 'application/json') => {
    const headers = { 'Content-Type': type };
    return (await fetch(`${server.url}${path}`, { method: 'POST', headers, body })).status;
  };

  it.each(['/api/messages', '/webchat/token', '/v3/directline/conversations'])(
    'is limited in depth at %s',
    async (path) => {
      expect(await post(path, '['.repeat(50_000))).toBe(400);
      expect(await post(path, `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)).toBe(400);
    },
  );

  it('is refused by what it announces, before any of it has come', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const head = ['POST /webchat/token HTTP/1.1', 'Host: x', 'Content-Type: application/json'];
    socket.write([...head, 'Content-Length: 65537', '', ''].join('\r\n'));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /);
  });

  it.each([
    ['; charset=utf-8', 200],
    ['; charset="UTF8"', 200],
    ['; charset=iso-8859-1', 415],
    ['; a=b;charset = "utf-16"', 415],
  ])('is in UTF-8: with "%s" it is answered with %d', async (parameter, status) => {
    expect(await post('/webchat/token', '{}', `application/json${parameter}`)).toBe(status);
  });

  it('changes no prototype', async () => {
    await post(
      '/webchat/token',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((await call(server, '/healthz')).status).toBe(200);
  });
});

describe('the end of the server', () => {
  const open = (server: TestServer, sent: string) => {
    const port = Number(new URL(server.url).port);
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    socket.write(sent);
    return socket;
  };
  const asking = (path: string) =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

  /** Closes it; rejects when that takes so long that something was waited for until it gave up by itself. */
  const close = async (server: TestServer) => {
    const begun = performance.now();
    await server.close();
    expect(performance.now() - begun).toBeLessThan(15_000);
  };

  it('waits for nobody who was refused a stream and keeps the line open', async () => {
    const server = await startServer({ graceMs: 30_000 });
    const socket = open(server, asking('/x'));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('404');
    await close(server);
    socket.destroy();
  });

  it('waits for nobody who asks nothing and keeps the line open', async () => {
    const server = await startServer({ graceMs: 30_000 });
    const socket = open(server, 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('HTTP/1.1 200');
    await close(server);
    socket.destroy();
  });

  it('waits for the answer to a request under way, and not for the next one on its line', async () => {
    const server = await startServer({ graceMs: 30_000 });
    const head = ['POST /webchat/token HTTP/1.1', 'Host: x', 'Expect: 100-continue'];
    head.push('Content-Type: application/json', 'Content-Length: 2', '', '');
    const socket = open(server, head.join('\r\n'));
    await once(socket, 'data');
    const closed = close(server);
    socket.write('{}');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('HTTP/1.1 200');
    await closed;
    socket.destroy();
  });

  it('waits no longer than it says for a stream that is deaf, and for a request without an end', async () => {
    const server = await startServer({ graceMs: 50 });
    const { token } = await visitorToken(server);
    const begun = await call(server, '/v3/directline/conversations', { method: 'POST', token });
    const { pathname, search } = new URL(String(begun.body['streamUrl']));
    const stream = open(server, asking(pathname + search));
    const [answer] = (await once(stream, 'data')) as [Buffer];
    expect(answer.toString()).toContain('101');
    const endless = open(
      server,
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n',
    );
    await once(endless, 'connect');
    await close(server);
    for (const socket of [stream, endless]) socket.destroy();
  });
});

describe('a request that offers another protocol than the server speaks', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startServer()));
  afterAll(() => server.close());

  it.each([
    ['GET /healthz', ''],
    ['POST /webchat/token', '{}'],
  ])('%s is served as if it hadn’t, and so is the next on its connection', async (line, body) => {
    const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1' });
    const head = [
      ...[`${line} HTTP/1.1`, 'Host: x', 'Content-Type: application/json'],
      ...[`Content-Length: ${body.length}`, ''],
    ].join('\r\n');
    const offer = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAM\r\n';
    let answers = '';
    socket.on('data', (chunk: Buffer) => (answers += chunk.toString()));
    socket.write(`${head}${offer}\r\n${body.slice(0, 1)}`);
    socket.write(`${body.slice(1)}${head.replace(line, 'GET /healthz')}Connection: close\r\n\r\n`);
    socket.write(body);
    await once(socket, 'close');
    expect(answers.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
  });
});
