import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SignJWT } from 'jose';
import pino from 'pino';
import { z } from 'zod';
import type { AccountBackend } from '../../src/accounts/account-backend';
import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { startConnector } from './bot-service/fake-connector';
import { startIssuer } from './bot-service/fake-issuer';
import { LoopbackCredentialsFactory } from './bot-service/loopback-credentials';

const APP_ID = '11111111-2222-4333-8444-555555555555';
const BOT = { id: `28:${APP_ID}`, name: 'Benefits' };
const SITE = 'https://partners.example';
const SECRET = 'a secret that the site and the bot share';

const activities = z.object({
  activities: z.array(
    z.object({
      type: z.string(),
      text: z.string().default(''),
      replyToId: z.string().optional(),
      attachments: z
        .array(z.object({ content: z.object({ fallbackText: z.string() }).optional() }))
        .default([]),
    }),
  ),
});
type Shown = z.infer<typeof activities>['activities'][number];

const textOf = ({ text, attachments }: Shown) =>
  [text, ...attachments.map(({ content }) => content?.fallbackText ?? '')].join('\n');

/** Says something; gives all that is replied, cards as their text. */
export type Say = (text: string) => Promise<string>;

/** The whole bot as it is served to a website and to Teams, with the doors locked, and what it logs. */
export async function openAccountHouse(
  accounts: AccountBackend,
  settings: Readonly<Record<string, string>> = {},
) {
  const [issuer, connector] = await Promise.all([startIssuer(APP_ID), startConnector()]);
  const logged: string[] = [];
  const file = join(mkdtempSync(join(tmpdir(), 'accounts-')), 'bot.db');
  const config = loadConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: `file:${file}`,
    VISITOR_TOKEN_ISSUER: SITE,
    VISITOR_TOKEN_SECRET: SECRET,
    MicrosoftAppId: APP_ID,
    MicrosoftAppPassword: 'secret',
    MicrosoftAppTenantId: 'tenant',
    SERVICE_URL_HOSTS: connector.host,
    ToBotFromChannelOpenIdMetadataUrl: `${issuer.url}/metadata`,
    ToBotFromChannelTokenIssuer: issuer.url,
    ...settings,
  });
  const app = await createApp(config, {
    accounts,
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
    credentials: new LoopbackCredentialsFactory(APP_ID, issuer.url),
  });
  const url = (await app.listen()).replace('localhost', '127.0.0.1');

  async function call(path: string, body?: object, token?: string): Promise<unknown> {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }

  /** A conversation on the website, signed in as one of its people or not at all. */
  async function onWebsite(person: string | undefined, locale: string): Promise<Say> {
    const visitor = person && (await vouch(person));
    const granted = await call('/webchat/token', { locale, ...(visitor && { visitor }) });
    const { conversationId, token } = z
      .object({ conversationId: z.string(), token: z.string() })
      .parse(granted);
    await call('/v3/directline/conversations', {}, token);
    const path = `/v3/directline/conversations/${conversationId}/activities`;
    return async (text) => {
      const sent = await call(path, { type: 'message', text, locale, from: { id: 'me' } }, token);
      const { id } = z.object({ id: z.string() }).parse(sent);
      for (;;) {
        const { activities: all } = activities.parse(await call(path, undefined, token));
        const replies = all.filter(({ replyToId }) => replyToId === id);
        if (replies.length > 0) return replies.map(textOf).join('\n');
        await wait(5);
      }
    };
  }

  let count = 0;
  /** What the bot says to an activity that Azure Bot Service delivers. */
  async function deliver(activity: object): Promise<string> {
    count += 1;
    const before = new Set(connector.shown.keys());
    const delivered = {
      ...{ type: 'message', id: `in-${count}`, serviceUrl: connector.url, recipient: BOT },
      ...activity,
    };
    await call('/api/messages', delivered, await issuer.token(connector.url));
    const replies = [...connector.shown].filter(([id]) => !before.has(id));
    return activities
      .parse({ activities: replies.map(([, reply]) => reply) })
      .activities.map(textOf)
      .join('\n');
  }

  /** A conversation in Teams, by a person of a tenant. */
  function inTeams(objectId: string, locale: string, kind = 'personal'): Say {
    count += 1;
    const conversation = { id: `a:${count}`, conversationType: kind, tenantId: 'tenant' };
    const mention = { type: 'mention', text: '<at>Benefits</at>', mentioned: BOT };
    return (text) =>
      deliver({
        ...{ channelId: 'msteams', conversation, locale, entities: [mention] },
        text: `<at>Benefits</at> ${text}`,
        from: { id: `29:${objectId}`, name: '', aadObjectId: objectId },
      });
  }

  return {
    ...{ onWebsite, inTeams, deliver, call, logged, file },
    close: async () => {
      await app.close();
      await Promise.all([issuer.close(), connector.close()]);
    },
  };
}

/** What the website's backend says of its visitor. */
export function vouch(subject: string): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(SITE)
    .setAudience('partner-benefits-bot')
    .setSubject(subject)
    .setJti(crypto.randomUUID())
    .setIssuedAt()
    .setExpirationTime('1 minute')
    .sign(new TextEncoder().encode(SECRET));
}
