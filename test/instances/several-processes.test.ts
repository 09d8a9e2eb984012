import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import WebSocket from 'ws';
import { isPostgresInstalled, newPostgresUrl } from '../support/postgres/each-database';
import { startConnector } from '../support/bot-service/fake-connector';
import { translator } from '../support/content';
import { beginChat, type Chat, type SeenActivity } from './chat-client';
import { buildInstance, startInstance, type Instance } from './instance';

const CHATS = 20;
const MESSAGES = 6;
const DAY_MS = 86_400_000;

/** Whose message each bot message replies to, in the order in which they are shown. */
function repliesIn(activities: readonly SeenActivity[]): readonly string[] {
  return activities
    .filter(({ type, from }) => type === 'message' && from.id === 'bot')
    .flatMap(({ replyToId }) => replyToId ?? []);
}

/** Reads until each message has its reply. */
async function readAnswered(chat: Chat, url: string, ids: readonly string[]) {
  for (let waited = 0; waited < 40_000; waited += 100) {
    const activities = await chat.read(url);
    if (ids.every((id) => repliesIn(activities).includes(id))) return activities;
    await wait(100);
  }
  return chat.read(url);
}

(isPostgresInstalled ? describe : describe.skip)(
  'two processes on one PostgreSQL database, one a day ahead',
  () => {
    let url: string;
    let instances: [Instance, Instance];
    beforeAll(async () => {
      buildInstance();
      url = await newPostgresUrl();
      instances = await Promise.all([startInstance(url), startInstance(url, DAY_MS)]);
    });
    afterAll(() => Promise.all(instances.map((instance) => instance.kill())));

    it('show on a stream of one what is said through the other, in order and once', async () => {
      const [here, there] = instances;
      const chat = await beginChat(here.url);
      const { pathname, search } = new URL(chat.streamUrl);
      const stream = new WebSocket(`${there.url.replace('http', 'ws')}${pathname}${search}`);
      const shown: SeenActivity[] = [];
      stream.on('message', (data: Buffer) => {
        if (data.length > 0)
          shown.push(...(JSON.parse(data.toString()) as { activities: SeenActivity[] }).activities);
      });
      await once(stream, 'open');
      const ids: string[] = [];
      for (let index = 0; index < 8; index += 1)
        ids.push(await chat.say('split', `m${index}`, [(index % 2 === 0 ? there : here).url]));
      const answered = repliesIn(await readAnswered(chat, here.url, ids));
      expect([...new Set(answered)].slice(-ids.length)).toEqual(ids);
      const last = await chat.say('split', 'last', [here.url]);
      while (!repliesIn(shown).includes(last)) await once(stream, 'message');
      // The last answer has come, so nothing more of those before it will.
      expect(repliesIn(shown).filter((id) => id !== last)).toEqual(answered);
      stream.terminate();
    });

    it('take turns of one Teams conversation from either, each once, knowing what was said before', async () => {
      const connector = await startConnector();
      const post = (place: number, id: string, text: string) =>
        fetch(`${instances[place % 2 === 0 ? 0 : 1].url}/api/messages`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            ...{
              type: 'message',
              id,
              text,
              channelId: 'msteams',
              serviceUrl: connector.url,
              locale: 'en-GB',
            },
            ...{ from: { id: '29:anna', aadObjectId: 'anna' }, recipient: { id: '28:bot' } },
            conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'tenant' },
          }),
        });
      const shown = (id: string) =>
        [...connector.shown.values()].filter(({ replyToId }) => replyToId === id);
      for (const id of ['first', 'second']) await post(0, id, 'split');
      const calm = shown('second').length;
      // The service delivers each again, to the other instance, while the first works on it.
      const ids = Array.from({ length: 8 }, (_, index) => `m${index}`);
      const posts = ids.flatMap((id, place) => [
        post(place, id, 'split'),
        post(place + 1, id, 'split'),
      ]);
      for (const { status } of await Promise.all(posts)) expect(status).toBe(200);
      expect(ids.map((id) => shown(id).length)).toEqual(ids.map(() => calm));
      // Whether it helped is about the answer before, which the other instance gave.
      const t = translator.in('en');
      await post(1, 'last', t('feedback.no'));
      expect(JSON.stringify(shown('last'))).toContain(t('ticket:comment.choice'));
      await connector.close();
    });

    it('lose nothing and answer nothing twice when one is killed under load', async () => {
      const [here, there] = instances;
      const sample = await beginChat(there.url);
      const once = [await sample.say('split', 'm', [there.url])];
      const calm = repliesIn(await readAnswered(sample, there.url, once)).filter(
        (id) => id === once[0],
      );
      const chats = await Promise.all(
        Array.from({ length: CHATS }, (_, index) =>
          beginChat(instances[index % 2 === 0 ? 0 : 1].url),
        ),
      );
      let said = 0;
      const talks = chats.map(async (chat, place) => {
        const ids: string[] = [];
        for (let index = 0; index < MESSAGES; index += 1) {
          const order = (place + index) % 2 === 0 ? [here.url, there.url] : [there.url, here.url];
          ids.push(await chat.say('split', `m${index}`, order));
          said += 1;
          if (said === (CHATS * MESSAGES) / 2) void here.kill();
        }
        return { chat, ids };
      });
      for (const { chat, ids } of await Promise.all(talks)) {
        const activities = await readAnswered(chat, there.url, ids);
        const own = activities.filter(({ from }) => from.id !== 'bot').map(({ id }) => id);
        expect(own).toEqual(ids);
        const replies = repliesIn(activities).filter((id) => ids.includes(id));
        expect(replies).toEqual(ids.flatMap((id) => calm.map(() => id)));
      }
    });

    it('stop within ten seconds when told to, with everything answered', async () => {
      const [, there] = instances;
      const chat = await beginChat(there.url);
      const id = await chat.say('split', 'last', [there.url]);
      const started = Date.now();
      expect(await there.stop()).toBe(0);
      expect(Date.now() - started).toBeLessThan(10_000);
      const next = await startInstance(url);
      expect(repliesIn(await chat.read(next.url))).toContain(id);
      await next.kill();
    });
  },
);
