import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createApp, type App } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createLog } from '../../src/create-log';
import { erasePerson } from '../../src/privacy/erase-person';
import { openDatabase } from '../../src/storage/database';
import { content, translator } from '../support/content';
import { fakeRecognizer, sure, unsure } from '../support/fake-recognizer';
import { openTalk } from '../support/talk';

/** Private details as people write them; the part that must be found nowhere. */
const SECRETS = [
  'VK7JG-NPHTM-C97JM-9MPGT-3V66T',
  'astrid.lind@fabrikam.example',
  '070-123 45 67',
  '19811228-9874',
  '4111 1111 1111 1111',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.sIgNaTuRe_1',
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  '192.168.10.77',
  '2001:db8::ff00:42:8329',
];
/** Stands in everything that is typed: words belong in no log, private or not. */
const WORD = 'zebrafink';
/** Given for a ticket, and kept with it. */
const ADDRESS = 'kim@contoso.example';
const typed = (text: string) => `${WORD} ${text}: ${SECRETS.join(', ')}`;

const folder = mkdtempSync(join(tmpdir(), 'leaks-'));
const databaseUrl = `file:${join(folder, 'bot.db')}`;
const logged: string[] = [];
const delivered: string[] = [];
const metrics: string[] = [];
let app: App;
let url: string;

const scripted = fakeRecognizer({
  split: [sure('tokens.split')],
  [typed('answered')]: [sure('tokens.split')],
  [typed('several')]: [
    { text: typed('first'), decision: 'fallback' },
    { text: typed('second'), ...unsure('tokens.split', 'keys.more') },
  ],
});
const recognizer: typeof scripted = {
  recognize: (text, context) =>
    // An error that quotes what was written, as that of a careless library.
    text.startsWith('fail')
      ? Promise.reject(new SyntaxError(`Unexpected token, "${text}" is not valid JSON`))
      : scripted.recognize(text, context),
};
const desk = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    delivered.push(Buffer.concat(chunks).toString());
    response.writeHead(201);
    response.end();
  });
});

beforeAll(async () => {
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  const config = loadConfig({
    ...{ PORT: '0', DATABASE_URL: databaseUrl, LOG_LEVEL: 'debug' },
    TICKET_WEBHOOK_URL: `http://127.0.0.1:${(desk.address() as AddressInfo).port}/`,
    TICKET_WEBHOOK_SECRET: 'a-secret-of-the-desk',
  });
  const log = createLog('debug', { write: (line: string) => void logged.push(line) });
  app = await createApp(config, { content, recognizer, log });
  url = (await app.listen()).replace('localhost', '127.0.0.1');
});
afterAll(() => desk.close().closeAllConnections());

/** The database as it lies on the disk, with its write-ahead log. */
function files(): string {
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
}

function foundIn(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => text.includes(word));
}

/** An activity for the embedded Direct Line with a text in every field that has no room for more. */
function fieldsHolding(text: string): object {
  return {
    ...{ type: text, locale: text.slice(0, 35), textFormat: text, name: text, value: text },
    channelData: { clientActivityID: `id ${text}` },
    from: { id: 'x', name: text },
    attachments: [{ contentType: text, name: text, content: text }],
    membersAdded: [{ id: text, name: text }],
  };
}

/** A message over the Bot Framework protocol, with a text in everything that isn't an address. */
async function sayAsChannel(user: string, text: string): Promise<void> {
  const named = { name: text, inside: { text } };
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ type: 'message', id: `of ${user}`, text, channelId: 'emulator', serviceUrl: url },
      ...{ deliveryMode: 'expectReplies', locale: text, name: text, textFormat: text },
      ...{ from: { id: user, ...named }, recipient: { id: 'bot', ...named } },
      conversation: { id: `with ${user}`, ...named },
      ...{ channelData: { text }, value: { text }, entities: [{ type: 'x', text }] },
      attachments: [{ contentType: 'text/plain', name: text, content: text }],
    }),
  });
  expect(response.status).toBe(200);
}

async function live(language: string): Promise<string> {
  const t = translator.in(language);
  const talk = await openTalk(url, content.in.get(language)?.locale);
  await talk.say(typed('answered'));
  await talk.say('split');
  await talk.say(t('feedback.no'));
  await talk.say(t('ticket:comment.choice'));
  await talk.say(typed('comment'));
  await talk.say(typed('several'));
  await talk.say(`fail ${typed('')}`);
  await talk.post({
    ...{ type: 'event', name: typed('event'), value: { inside: typed('value') } },
    channelData: { inside: typed('data') },
    entities: [{ type: 'x', inside: typed('entity') }],
  });
  // Where nobody types, and a client of one's own may still say anything.
  for (const secret of SECRETS) await talk.post(fieldsHolding(secret));
  for (let miss = 0; miss < 2; miss += 1) await talk.say(typed('missed'));
  await talk.say(t('ticket:offer.yes'));
  const [review] = await talk.say(ADDRESS);
  expect(review?.text).toContain(ADDRESS);
  const sent = await talk.say(t('ticket:choice.send'));
  await talk.say(`${/T-\d+/.exec(sent[0]?.text ?? '')?.[0]}: ${typed('added')}`);
  const shown = JSON.stringify(await talk.read());
  expect(shown).toContain(`${WORD} answered: [product-key], [e-mail]`);
  expect(foundIn(shown, SECRETS)).toEqual([]);
  return talk.user;
}

it('keeps, logs and hands on nothing private that was typed, and nothing at all once erased', async () => {
  const users = [await live('en'), await live('sv'), 'user-of-a-channel'];
  await sayAsChannel('user-of-a-channel', typed('from a channel'));
  metrics.push(await (await fetch(`${url}/metrics`)).text());
  // The desk hears of tickets after the turns, and of some twice where it is slow to answer.
  while (new Set(delivered).size < 4) await wait(20);
  const sinks = { files, delivered: () => delivered.join(), metrics: () => metrics.join() };
  for (const [name, read] of Object.entries(sinks))
    expect({ name, found: foundIn(read(), SECRETS) }).toEqual({ name, found: [] });
  expect(new Set(delivered).size).toBe(4);
  expect(delivered.join()).toContain(`${WORD} added`);
  expect(delivered.join()).toContain(`${WORD} missed`);
  const log = logged.join('');
  expect(log).toContain('turn failed');
  expect(foundIn(log, [WORD, ADDRESS, ...SECRETS])).toEqual([]);

  const database = await openDatabase(databaseUrl);
  for (const user of users) {
    const turnsAreOver = () => Promise.resolve();
    await erasePerson(database, user, { timeZone: 'Europe/Stockholm', turnsAreOver });
  }
  await app.close();
  await database.destroy();
  expect(foundIn(files(), [WORD, ADDRESS, ...users])).toEqual([]);
});
