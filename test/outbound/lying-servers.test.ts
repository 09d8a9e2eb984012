import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { HttpAccountBackend } from '../../src/accounts/http-account-backend';
import { AccountClient } from '../../src/accounts/http/account-client';
import { createApiKeyCredentials } from '../../src/accounts/http/api-key-credentials';
import { ClientCredentials } from '../../src/accounts/http/client-credentials';
import type { Ticket } from '../../src/core/ticket';
import { readBody } from '../../src/outbound/read-body';
import { SigningKeys } from '../../src/server/signing-keys';
import { createWebhookBackend } from '../../src/support/tickets/webhook-backend';
import { buildDraft } from '../support-desk/ticket-desk';

const now = () => new Date();
const at = now().toISOString();
const ticket: Ticket = {
  ...{ ...buildDraft(), number: 1001, createdAt: at, updatedAt: at },
  status: 'open',
};
const CHUNK = Buffer.alloc(64 * 1024, '{');
const BOMB = gzipSync(Buffer.alloc(20_000_000, ' '));

/** What a server may answer that is broken or means ill. */
const LIES: Readonly<Record<string, (response: ServerResponse) => void>> = {
  nonsense: (response) => response.end('<html>maintenance</html>'),
  'an empty body': (response) => response.end(),
  'another type': (response) => {
    response.setHeader('Content-Type', 'image/png');
    response.end(Buffer.from([0x89, 0x50, 0xff, 0xfe]));
  },
  'a body without end': (response) => {
    const more = () => {
      while (!response.destroyed && response.write(CHUNK));
    };
    response.on('drain', more);
    more();
  },
  'a body that unpacks to much': (response) => {
    response.setHeader('Content-Encoding', 'gzip');
    response.end(BOMB);
  },
  'half a body': (response) => {
    response.setHeader('Content-Length', '1000');
    response.write('{"reference"');
    setImmediate(() => response.destroy());
  },
  'a redirect to elsewhere': (response) => {
    response.statusCode = 307;
    response.setHeader('Location', '/elsewhere');
    response.end();
  },
};

let server: Server;
let url: string;
let lie: (response: ServerResponse) => void;
let asked: string[];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    request.resume();
    lie(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => (asked = []));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe.each(Object.keys(LIES))('a server that answers with %s', (name) => {
  beforeEach(() => (lie = LIES[name] ?? lie));
  afterEach(() => {
    if (asked.includes('/elsewhere')) throw new Error('A redirect was followed.');
  });

  it('is an account server that can’t tell', async () => {
    const credentials = createApiKeyCredentials('key');
    const client = new AccountClient({ baseUrl: url, credentials, fetch, now });
    const backend = new HttpAccountBackend({ client, now, deadline: 2000 });
    const identity = { provider: 'website', issuer: 'i', subject: 's' } as const;
    expect(await backend.find(identity)).toEqual({ status: 'unavailable' });
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  it('gives no token', async () => {
    const options = { tokenUrl: url, clientId: 'id', clientSecret: 'secret', fetch, now };
    const headers = new ClientCredentials(options).headers(AbortSignal.timeout(2000));
    await expect(headers).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });

  it('gives no keys', async () => {
    await expect(new SigningKeys(`${url}/metadata`, now).find('key')).rejects.toThrow();
  });

  it('takes a ticket or doesn’t, by its status alone', async () => {
    const backend = createWebhookBackend({ url, secret: 'secret', fetch, now });
    const delivered = await backend.deliver(ticket).then(
      ({ reference }) => reference ?? 'taken',
      () => 'refused',
    );
    expect(delivered).toBe(name === 'a redirect to elsewhere' ? 'refused' : 'taken');
    expect(asked).toHaveLength(1);
  });
});

it('a body is read to its last character, whatever its chunks', async () => {
  const text = 'åäö😀'.repeat(10_000);
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
      controller.close();
    },
  });
  expect(await readBody(new Response(body), bytes.length)).toBe(text);
  expect(await readBody(new Response(null), 0)).toBe('');
});
