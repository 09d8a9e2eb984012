import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalInstances } from '../../src/storage/instances/local-instances';
import { call, visitorToken } from './call';
import { connect, type Client } from './direct-line-client';
import { echoBot, startServer, type TestServer } from './test-server';

let server: TestServer;
const clients: Client[] = [];
function client(options: Parameters<typeof connect>[0]): Client {
  const connected = connect(options);
  clients.push(connected);
  return connected;
}

beforeEach(async () => {
  server = await startServer();
});
afterEach(async () => {
  clients.splice(0).forEach((one) => one.end());
  await server.close();
});

describe.each([
  ['over a WebSocket', true],
  ['by polling', false],
])('botframework-directlinejs %s', (_how, webSocket) => {
  it('is welcomed, says something and hears the answer, each once and in order', async () => {
    const { token } = await visitorToken(server);
    const me = client({ url: server.url, token, webSocket });
    await me.hears('welcome');
    const id = await me.say('one');
    await me.hears('echo one');
    await me.say('two');
    await me.hears('echo two');
    expect(me.texts).toEqual(['welcome', '>one', 'echo one', '>two', 'echo two']);
    expect(me.seen.map((activity) => activity.id)).toContain(id);
  });

  it('clicks with and without showing its words, and finds them so again', async () => {
    const { token } = await visitorToken(server);
    const me = client({ url: server.url, token, webSocket });
    await me.say('shown', { clientActivityID: 'i' });
    await me.say('hidden', { clientActivityID: 'p', postBack: true });
    await me.hears('echo hidden');
    const data = me.seen.flatMap(({ from, channelData }) =>
      from.role === 'user' ? [channelData as unknown] : [],
    );
    expect(data).toEqual([{ clientActivityID: 'i' }, { clientActivityID: 'p', postBack: true }]);
  });

  it('stores a message once that it sends twice with the same id of its own', async () => {
    const { token } = await visitorToken(server);
    const me = client({ url: server.url, token, webSocket });
    await me.hears('welcome');
    const first = await me.say('once', { clientActivityID: 'a' });
    await me.hears('echo once');
    expect(await me.say('once', { clientActivityID: 'a' })).toBe(first);
    await me.say('last');
    await me.hears('echo last');
    expect(me.texts).toEqual(['welcome', '>once', 'echo once', '>last', 'echo last']);
  });

  it('finds the whole conversation again in a second tab, which then hears both', async () => {
    const first = await visitorToken(server);
    const me = client({ url: server.url, token: first.token, webSocket });
    await me.hears('welcome');
    await me.say('before');
    await me.hears('echo before');
    const { token } = await visitorToken(server, { resume: first.resume });
    const tab = client({ url: server.url, token, webSocket });
    await tab.hears('echo before');
    await tab.say('from the tab');
    await me.hears('echo from the tab');
    await tab.hears('echo from the tab');
    const all = ['welcome', '>before', 'echo before', '>from the tab', 'echo from the tab'];
    expect(tab.texts).toEqual(all);
    expect(me.texts).toEqual(all);
  });

  it('that sleeps longer than its token lives comes back with a new one: nothing lost, nothing twice', async () => {
    let instant = Date.now();
    await server.close();
    server = await startServer({ now: () => new Date(instant) });
    const { token, resume } = await visitorToken(server);
    const before = client({ url: server.url, token, webSocket });
    await before.hears('welcome');
    await before.say('one');
    await before.hears('echo one');
    instant += 31 * 60_000;
    before.sleep();
    await before.expires();
    before.end();
    const fresh = await visitorToken(server, { resume });
    const after = client({ url: server.url, token: fresh.token, webSocket });
    await after.hears('echo one');
    await after.say('two');
    await after.hears('echo two');
    expect(after.texts).toEqual(['welcome', '>one', 'echo one', '>two', 'echo two']);
  });

  it('ends when the conversation has ended', async () => {
    const { token, conversationId } = await visitorToken(server);
    const me = client({ url: server.url, token, webSocket });
    await me.hears('welcome');
    await me.post({ type: 'endOfConversation', from: { id: 'me' } } as never);
    await server.directLine.close();
    await expect(me.say('still there?')).rejects.toMatchObject({ status: 404 });
    const path = `/v3/directline/conversations/${conversationId}/activities`;
    expect((await call(server, path, { token })).status).toBe(200);
  });
});

it('resumes for thirty days; then a new conversation begins', async () => {
  let instant = Date.now();
  await server.close();
  server = await startServer({ now: () => new Date(instant) });
  const { conversationId, resume } = await visitorToken(server);
  instant += 29 * 86_400_000;
  expect((await visitorToken(server, { resume })).conversationId).toBe(conversationId);
  instant += 2 * 86_400_000;
  expect((await visitorToken(server, { resume })).conversationId).not.toBe(conversationId);
});

describe('a restart of the bot', () => {
  const databaseUrl = `file:${join(mkdtempSync(join(tmpdir(), 'bot-')), 'bot.db')}`;

  it('goes unnoticed by an open stream: nothing is lost, nothing comes twice', async () => {
    const before = await startServer({ databaseUrl });
    const port = Number(new URL(before.url).port);
    const { token } = await visitorToken(before);
    const me = client({ url: before.url, token, webSocket: true });
    await me.hears('welcome');
    await me.say('one');
    await me.hears('echo one');
    await before.close();
    const after = await startServer({ databaseUrl, port });
    try {
      await me.say('two');
      await me.hears('echo two');
      expect(me.texts).toEqual(['welcome', '>one', 'echo one', '>two', 'echo two']);
    } finally {
      me.end();
      await after.close();
    }
  });

  it('completes the turn of a message that was accepted before it', async () => {
    let revive: () => void = () => undefined;
    const dead = new Promise<void>((resolve) => (revive = resolve));
    const stuck = { run: () => dead };
    // As if it had died: it can't hold on to the file, nor let go of it.
    const instances = new LocalInstances();
    const before = await startServer({ databaseUrl, bot: stuck, instances });
    const { token, conversationId } = await visitorToken(before);
    const path = `/v3/directline/conversations/${conversationId}/activities`;
    await call(before, '/v3/directline/conversations', { method: 'POST', token });
    const sent = await call(before, path, {
      method: 'POST',
      token,
      body: { type: 'message', text: 'remember me' },
    });
    expect(sent.status).toBe(200);
    const after = await startServer({ databaseUrl });
    const me = client({ url: after.url, token, webSocket: false });
    await me.hears('echo remember me');
    expect(me.texts).toEqual(['>remember me', 'welcome', 'echo remember me']);
    me.end();
    await after.close();
    revive();
    await before.close();
  });
});

it('shows typing without keeping it', async () => {
  let hears: (text: string) => Promise<void> = () => Promise.resolve();
  await server.close();
  server = await startServer({
    bot: {
      async run(context) {
        if (context.activity.type !== 'message') {
          await echoBot.run(context);
          return;
        }
        await hears('>hello');
        await context.sendActivity({ type: 'typing' });
        await context.sendActivity({ type: 'message', text: 'done' });
      },
    },
  });
  const { token, conversationId } = await visitorToken(server);
  const me = client({ url: server.url, token, webSocket: true });
  hears = (text) => me.hears(text);
  await me.hears('welcome');
  await me.say('hello');
  await me.hears('done');
  expect(me.seen.map(({ type }) => type)).toEqual(['message', 'message', 'typing', 'message']);
  const kept = await call(server, `/v3/directline/conversations/${conversationId}/activities`, {
    token,
  });
  expect(JSON.stringify(kept.body)).not.toContain('typing');
});
