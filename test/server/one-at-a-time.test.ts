import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { startServer, type TestServer } from './test-server';

let server: TestServer;
let asked: ((isReady: boolean) => void)[] = [];
beforeEach(async () => {
  asked = [];
  const isReady = () => new Promise<boolean>((resolve) => asked.push(resolve));
  server = await startServer({ isReady });
});
afterEach(() => server.close());

const get = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: x', ...headers, '', ''].join('\r\n');

function open(sent: string) {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write(sent);
  return socket;
}

async function until(count: number): Promise<void> {
  while (asked.length < count) await new Promise((resolve) => setImmediate(resolve));
}

it('begins no request of a connection before it has answered the one before', async () => {
  const socket = open(get('/readyz').repeat(2) + get('/healthz', 'Connection: close'));
  const answers = text(socket);
  await until(1);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(asked).toHaveLength(1);
  asked[0]?.(true);
  await until(2);
  asked[1]?.(false);
  expect((await answers).match(/HTTP\/1\.1 \d+/g)).toEqual([
    ...['HTTP/1.1 200', 'HTTP/1.1 503', 'HTTP/1.1 200'],
  ]);
});
