import fc from 'fast-check';
import { Agent, request as open } from 'node:http';
import { text } from 'node:stream/consumers';
import { createApp, type App } from '../../src/app';
import { loadConfig } from '../../src/config';
import { SupportBrowser } from '../support-page/support-browser';
import { HASH, PASSWORD } from '../support-page/support-password';
import { openTalk } from '../support/talk';
import { fakeRecognizer, sure } from '../support/fake-recognizer';
import { call, visitorToken } from '../server/call';
import { anyRequest, type AnyRequest, type Caller } from './any-request';
import { expectAlways } from '../support/expect-always';

const recognizer = fakeRecognizer({ ja: [sure('support.human')] });
/** How the bot says that a turn failed. */
const FAILED = 'Something went wrong';
const agent = new Agent({ keepAlive: true });
let app: App;
let url: string;
let caller: Caller;

beforeAll(async () => {
  const settings = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: 'file::memory:' };
  app = await createApp(loadConfig({ ...settings, SUPPORT_PASSWORD_HASH: HASH }), { recognizer });
  url = (await app.listen()).replace('localhost', '127.0.0.1');
  const browser = new SupportBrowser(url);
  await browser.signIn(PASSWORD);
  const { formKey } = await browser.page('/support/people');
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
  const { token, conversationId: conversation } = await visitorToken({ url });
  caller = { conversation, token, cookie, formKey, serviceUrl: url };
});
afterAll(async () => {
  agent.destroy();
  await app.close();
});

/** Status and body of the answer; a connection that is upgraded, or cut off without a word, is none. */
function send({ method, path, headers, body }: AnyRequest): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const isUpgrade = headers['upgrade'] !== undefined;
    const request = open(`${url}/`, {
      ...{ method, path, agent },
      headers: { ...headers, ...(isUpgrade && { connection: 'Upgrade' }) },
    });
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      resolve([101, '']);
    });
    request.on('response', (response) => {
      text(response).then((said) => resolve([response.statusCode ?? 0, said]), reject);
    });
    request.on('error', reject);
    request.end(method === 'GET' || method === 'HEAD' ? undefined : body);
  });
}

it('answers whatever comes to any of its routes without a fault of its own', async () => {
  const stream = { method: 'GET', path: '/v3/directline/conversations/:id/stream' };
  const reached = new Set<string>();
  await expectAlways(
    fc.asyncProperty(anyRequest([...app.routes, stream], caller), async (request) => {
      const [status, said] = await send(request);
      reached.add(String(status));
      // 501 is how the Bot Framework refuses an invoke.
      expect(status < 500 || status === 501 ? '' : `${status} ${said}`).toBe('');
      expect(said).not.toMatch(/node_modules|\bat \S+ \(|SQLITE_|TypeError/);
    }),
    300,
  );
  expect([...reached]).toEqual(expect.arrayContaining(['200', '400', '404']));
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await (await openTalk(url)).say('ja')).not.toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

it.each(['recipient', 'entities', 'attachments', 'membersAdded', 'locale', 'name', 'id', 'text'])(
  'answers in Teams when %s is null or missing',
  async (name) => {
    const right = {
      ...{ type: 'message', id: crypto.randomUUID(), text: 'ja', channelId: 'msteams' },
      ...{ from: { id: 'u' }, recipient: { id: 'bot' } },
      ...{ serviceUrl: url, deliveryMode: 'expectReplies', locale: 'en-GB' },
      entities: [{ type: 'mention', text: '<at>x</at>', mentioned: { id: 'bot' } }],
      conversation: { id: `t-${name}`, conversationType: 'personal' },
    };
    for (const changed of [null, undefined]) {
      const body = { ...right, [name]: changed };
      const answer = await call({ url }, '/api/messages', { method: 'POST', body });
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toContain(FAILED);
    }
  },
);
