import { createApp, type App } from '../../src/app';
import { loadConfig } from '../../src/config';
import { call, visitorToken } from '../server/call';
import { fakeRecognizer, sure, unsure } from '../support/fake-recognizer';
import { isPostgresInstalled, newPostgresUrl } from '../support/postgres/each-database';

const ODD = 'a\u0000b\ud83dc\udc00';
const recognizer = fakeRecognizer({
  [`split ${ODD}`]: [sure('tokens.split')],
  [`licences ${ODD}`]: [unsure('licenses.offers', 'licenses.count')],
});

/** PostgreSQL refuses NUL characters in texts, and neither knows half a character. */
const databases = [
  ['SQLite', describe, () => Promise.resolve('file::memory:')],
  ['PostgreSQL', isPostgresInstalled ? describe : describe.skip, newPostgresUrl],
] as const;

for (const [name, describeIt, newUrl] of databases)
  describeIt(`NUL characters and halves of characters on ${name}`, () => {
    let app: App;
    let server: { readonly url: string };
    beforeAll(async () => {
      const config = loadConfig({ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: await newUrl() });
      app = await createApp(config, { recognizer });
      server = { url: (await app.listen()).replace('localhost', '127.0.0.1') };
    });
    afterAll(() => app.close());

    it('are kept, answered and shown on the website', async () => {
      const { token, conversationId } = await visitorToken(server, { locale: ODD });
      const path = `/v3/directline/conversations/${conversationId}/activities`;
      await call(server, '/v3/directline/conversations', { method: 'POST', token });
      for (const text of ['split', 'licences', 'walrus', 'T-1001']) {
        const body = {
          ...{ type: 'message', text: `${text} ${ODD}`, name: ODD, value: { [ODD]: ODD } },
          channelData: { clientActivityID: `${ODD}${text}`, [ODD]: ODD },
        };
        const sent = await call(server, path, { method: 'POST', token, body });
        expect(sent.status).toBe(200);
        const again = await call(server, path, { method: 'POST', token, body });
        expect(again.body['id']).toBe(sent.body['id']);
        expect(await repliesTo(path, token, sent.body['id'])).not.toContain('sorry');
      }
      for (const watermark of ['%00', '2147483648', '9007199254740993'])
        expect((await call(server, `${path}?watermark=${watermark}`, { token })).status).toBe(400);
    });

    const repliesTo = async (path: string, token: string, id: unknown): Promise<string> => {
      for (;;) {
        const { body } = await call(server, path, { token });
        const shown = body['activities'] as readonly { replyToId?: string; text?: string }[];
        const replies = shown.filter(({ replyToId }) => replyToId === id);
        if (replies.length > 0) return JSON.stringify(replies);
      }
    };

    it.each([
      ['text', { text: `split ${ODD}` }],
      ['unknown text', { text: ODD }],
      ['id', { id: ODD }],
      ['person', { from: { id: ODD, name: ODD, aadObjectId: ODD } }],
      ['conversation', { conversation: { id: ODD, tenantId: ODD } }],
      ['recipient', { recipient: { id: ODD } }],
      ['channel', { channelId: ODD }],
      ['language', { locale: ODD }],
      ['reaction', { type: 'messageReaction', replyToId: ODD, reactionsAdded: [{ type: ODD }] }],
      ['click', { type: 'event', name: ODD, value: ODD, replyToId: ODD }],
    ])('in the %s of an activity make no fault', async (_, changes) => {
      const body = {
        ...{ type: 'message', id: crypto.randomUUID(), text: 'split', channelId: 'emulator' },
        ...{ serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'expectReplies' },
        ...{ from: { id: 'u' }, recipient: { id: 'bot' }, conversation: { id: 'c' } },
        ...changes,
      };
      const { status } = await call(server, '/api/messages', { method: 'POST', body });
      expect([200, 400]).toContain(status);
    });
  });
