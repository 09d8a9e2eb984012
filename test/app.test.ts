import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createApp, type App } from '../src/app';
import { loadConfig } from '../src/config';
import { ConfigError } from '../src/core/errors';

const repliesSchema = z.object({
  activities: z.array(
    z.looseObject({
      text: z.string().default(''),
      locale: z.string().optional(),
      channelData: z.unknown(),
    }),
  ),
});

async function start(databaseUrl: string): Promise<{ app: App; url: string }> {
  const config = loadConfig({
    PORT: '0',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'silent',
    EXPOSE_RECOGNITION: 'true',
  });
  const app = await createApp(config);
  return { app, url: (await app.listen()).replace('localhost', '127.0.0.1') };
}

/** Posts a message as the Bot Framework does; gives the replies, which come back in the body. */
async function say(url: string, text: string, conversation = 'c') {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: crypto.randomUUID(),
      text,
      channelId: 'emulator',
      serviceUrl: 'http://127.0.0.1:9',
      deliveryMode: 'expectReplies',
      from: { id: `person of ${conversation}` },
      recipient: { id: 'bot' },
      conversation: { id: conversation },
    }),
  });
  expect(response.status).toBe(200);
  return repliesSchema.parse(await response.json()).activities;
}

describe('the whole bot over HTTP', () => {
  const database = `file:${join(mkdtempSync(join(tmpdir(), 'app-')), 'bot.db')}`;
  let app: App;
  let url: string;
  beforeAll(async () => ({ app, url } = await start(database)));
  afterAll(() => app.close());

  it.each([
    ['Can we split one token over two customers?', 'en', 'tokens.split'],
    ['kan vi dela upp en token på två kunder?', 'sv', 'tokens.split'],
    ['what happens to the server licences if we leave the programme', 'en', 'renewal.not-renewing'],
    ['far vi anvanda licenserna om vi inte fornyar', 'sv', 'renewal.not-renewing'],
  ])('answers "%s" in %s', async (text, language, entry) => {
    const replies = await say(url, text, text);
    expect(replies[0]).toMatchObject({
      locale: language,
      channelData: { faq: { entry, language } },
    });
  });

  it('follows a person from one language to the other', async () => {
    await say(url, 'does the action pack include visual studio enterprise?', 'switch');
    const [reply] = await say(url, 'får vi dela på våra visual studio-prenumerationer?', 'switch');
    expect(reply).toMatchObject({ locale: 'sv' });
  });

  it('exposes why it answered', async () => {
    const [reply] = await say(url, 'can a token be split?', 'why');
    const near = expect.objectContaining({ intent: 'tokens.split' }) as unknown;
    expect(reply?.channelData).toMatchObject({
      faq: {
        ...{ language: 'en', languageEvidence: { source: 'written' }, entry: 'tokens.split' },
        ...{ written: { language: 'en' }, thresholds: { answer: expect.any(Number) as unknown } },
        ...{ nearest: [near, {}, {}, {}, {}], version: expect.any(String) as unknown },
      },
    });
  });

  it('goes on after a restart in the middle of a conversation', async () => {
    const [question] = await say(url, 'licences', 'restart');
    expect(question?.channelData).toMatchObject({ faq: { decision: 'clarify' } });
    await app.close();
    ({ app, url } = await start(database));
    const [answer] = await say(url, 'the second one', 'restart');
    expect(answer?.channelData).toMatchObject({ faq: { decision: 'answer' } });
  });

  it.each([
    ['a long message', 'why '.repeat(1_250)],
    ['emoji', '😀😀😀'],
    ['control characters', '\u0000\u0007\u001b[31m'],
    ['lone surrogates', '\ud83d \ude00'],
    ['markup', '<script>alert(1)</script> **[x](javascript:alert(1))**'],
  ])('has a reply to %s, and goes on', async (_, text) => {
    const [reply] = await say(url, text, text.slice(0, 9));
    expect(reply?.text).not.toBe('');
    const [next] = await say(url, 'can a token be split?', text.slice(0, 9));
    expect(next?.channelData).toMatchObject({ faq: { entry: 'tokens.split' } });
  });
});

it('does not start without its content, and says what is missing where', async () => {
  const config = loadConfig({ DATABASE_URL: 'file::memory:', LOG_LEVEL: 'silent' });
  const empty = mkdtempSync(join(tmpdir(), 'empty-'));
  await expect(createApp(config, { root: empty })).rejects.toThrow(/dialogs: [^]*locales: /);
});

it('does not start in a language that it has no content in, and says which setting is wrong', async () => {
  const settings = { DATABASE_URL: 'file::memory:', LOG_LEVEL: 'silent', DEFAULT_LANGUAGE: 'xx' };
  const starting = createApp(loadConfig(settings));
  await expect(starting).rejects.toThrow(ConfigError);
  await expect(starting).rejects.toThrow(/DEFAULT_LANGUAGE: .*en, sv/);
});
