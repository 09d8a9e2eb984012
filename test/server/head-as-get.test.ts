import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { startServer, type TestServer } from './test-server';

let server: TestServer;
beforeAll(async () => (server = await startServer()));
afterAll(() => server.close());

it.each(['/healthz', '/readyz', '/', '/webchat/', '/webchat/assets/chat-1.js', '/nowhere'])(
  'HEAD %s is answered like GET, without a body',
  async (path) => {
    const { port } = new URL(server.url);
    const ask = async (method: string) => {
      const lines = [`${method} ${path} HTTP/1.1`, 'Host: x', 'Connection: close', '', ''];
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(lines.join('\r\n'));
      const answer = await text(socket);
      const [head = '', body] = answer.split('\r\n\r\n');
      return { status: head.split('\r\n')[0], type: /^content-type: .*/im.exec(head)?.[0], body };
    };
    expect(await ask('HEAD')).toEqual({ ...(await ask('GET')), body: '' });
  },
);

it('HEAD of what can only be sent is refused', async () => {
  expect((await fetch(`${server.url}/api/messages`, { method: 'HEAD' })).status).toBe(405);
});
