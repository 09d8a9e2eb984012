import { once } from 'node:events';
import { connect } from 'node:net';
import { call, visitorToken } from './call';
import { startServer, type TestServer } from './test-server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function streamUrl(): Promise<URL> {
  const { conversationId, token } = await visitorToken(server, {});
  await call(server, '/v3/directline/conversations', { method: 'POST', token });
  const { body } = await call(server, `/v3/directline/conversations/${conversationId}`, { token });
  return new URL(String(body['streamUrl']));
}

/** Asks for a WebSocket by a request target of any form; gives the status of the answer. */
async function upgrade(target: string, host: string): Promise<number> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  const headers = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'];
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
  socket.write([`GET ${target} HTTP/1.1`, `Host: ${host}`, ...headers, key, '', ''].join('\r\n'));
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return Number(answer.toString().split(' ')[1]);
}

it.each([
  ['a whole address', (path: string) => `http://bot.example${path}`, 'bot.example', 101],
  ['one of another protocol', (path: string) => `ftp://bot.example${path}`, 'bot.example', 400],
  ['one with a password', (path: string) => `http://a:b@bot.example${path}`, 'bot.example', 400],
  ['no address', () => 'http://', 'bot.example', 400],
  ['a whole address with a Host that is none', (path: string) => `http://x${path}`, 'a b', 400],
  ['one of a host that is none', (path: string) => `http://a*b${path}`, 'bot.example', 400],
  ['a Host that is none', (path: string) => path, 'a b', 400],
])(
  'a conversation is streamed to who asks for it by %s, if that can be read',
  async (_, target, host, status) => {
    const { pathname, search } = await streamUrl();
    expect(await upgrade(target(pathname + search), host)).toBe(status);
  },
);
