import { gzipSync } from 'node:zlib';
import { startServer, type TestServer } from './test-server';

const message = {
  type: 'message',
  id: '1',
  text: 'hello',
  channelId: 'test',
  serviceUrl: 'http://localhost:9',
  conversation: { id: 'c' },
  from: { id: 'u' },
  recipient: { id: 'bot' },
  deliveryMode: 'expectReplies',
};

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const json = { 'Content-Type': 'application/json' };

async function post(
  body: string | Blob | Buffer<ArrayBuffer>,
  headers: Record<string, string> = json,
): Promise<Response> {
  return fetch(`${server.url}/api/messages`, { method: 'POST', body, headers });
}

describe('POST /api/messages', () => {
  it('gives the replies in the body when the caller expects them there', async () => {
    const response = await post(JSON.stringify(message));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ activities: [{ text: 'echo hello' }] });
  });

  it.each([
    ['malformed JSON', '{"type":', json, 400],
    ['no body', '', json, 400],
    ['JSON that is no object', '[1]', json, 400],
    ['another content type', 'hello', { 'Content-Type': 'text/plain' }, 415],
    ['no content type', new Blob(['{}']), {}, 415],
    ['a missing type', JSON.stringify({ ...message, type: undefined }), json, 400],
    ['a missing service URL', JSON.stringify({ ...message, serviceUrl: undefined }), json, 400],
    ['a missing conversation', JSON.stringify({ ...message, conversation: undefined }), json, 400],
    [
      'a service URL that is no address',
      JSON.stringify({ ...message, serviceUrl: 'x' }),
      json,
      400,
    ],
    [
      'a foreign service URL',
      JSON.stringify({ ...message, serviceUrl: 'http://example.com' }),
      json,
      403,
    ],
    [
      'a service URL that only looks local',
      JSON.stringify({ ...message, serviceUrl: 'http://localhost@example.com' }),
      json,
      403,
    ],
    [
      'a body that is too large',
      JSON.stringify({ ...message, text: 'x'.repeat(70_000) }),
      json,
      413,
    ],
    [
      'a compressed body',
      gzipSync(Buffer.alloc(5_000_000)),
      { ...json, 'Content-Encoding': 'gzip' },
      415,
    ],
  ])('refuses %s and answers the next message', async (_what, body, headers, status) => {
    const refused = await post(body, headers);
    expect(refused.status).toBe(status);
    expect(await refused.text()).toMatch(/^\{"error":\{"code":"\w+","message":".+"\}\}$/);
    expect((await post(JSON.stringify(message))).status).toBe(200);
  });

  it('says that only POST is possible', async () => {
    expect((await fetch(`${server.url}/api/messages`)).status).toBe(405);
  });
});

describe('a path that does not exist', () => {
  it('is not found', async () => {
    expect((await fetch(`${server.url}/nothing`)).status).toBe(404);
  });
});
