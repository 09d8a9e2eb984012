import pino from 'pino';
import { createApp, type App } from '../src/app';
import { loadConfig } from '../src/config';
import { createBot } from '../src/create-bot';
import { Retention } from '../src/privacy/retention';
import { RateLimits } from '../src/rates/rate-limits';
import { createRateGuard } from '../src/server/rate-guard';
import { openDatabase } from '../src/storage/database';
import { call, visitorToken } from './server/call';
import { backendOf, buildDraft, movingClock, openDesk } from './support-desk/ticket-desk';
import { fakeRecognizer, sure } from './support/fake-recognizer';

const HOUR = 3600;
const DAY = 24 * HOUR;

describe('a conversation', () => {
  const clock = movingClock();
  let app: App;
  let server: { readonly url: string };
  beforeAll(async () => {
    const config = loadConfig({ PORT: '0', LOG_LEVEL: 'silent' });
    const recognizer = fakeRecognizer({ split: [sure('tokens.split')] });
    const database = await openDatabase('file::memory:');
    app = await createApp(config, { recognizer, database, now: clock.now });
    server = { url: (await app.listen()).replace('localhost', '127.0.0.1') };
  });
  afterAll(() => app.close());

  it.each([
    ['forward a day', DAY],
    ['backwards an hour', -HOUR],
    ['backwards a day', -DAY],
  ])('goes on when the clock jumps %s', async (_, jump) => {
    const { resume, conversationId, ...granted } = await visitorToken(server);
    let { token } = granted;
    const path = `/v3/directline/conversations/${conversationId}/activities`;
    const say = async (text: string) => {
      const body = { type: 'message', text };
      const { status, body: answer } = await call(server, path, { method: 'POST', token, body });
      return { status, id: answer['id'] };
    };
    const replied = async (id: unknown): Promise<readonly string[]> => {
      for (;;) {
        const { body } = await call(server, path, { token });
        const shown = body['activities'] as readonly { id: string; replyToId?: string }[];
        if (shown.some(({ replyToId }) => replyToId === id)) return shown.map((one) => one.id);
      }
    };
    await call(server, '/v3/directline/conversations', { method: 'POST', token });
    const first = await say('split');
    const before = await replied(first.id);
    clock.pass(jump);
    // A token that the jump has made old is renewed as it is after half an hour.
    const { status } = await say('split');
    expect(status).toBe(jump > 0 ? 403 : 200);
    ({ token } = await visitorToken(server, { resume }));
    const second = await say('split');
    const after = await replied(second.id);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after).toContain(second.id);
  });
});

it('a start with a clock a year ahead deletes nothing by age for an hour, and says so', async () => {
  const clock = movingClock();
  const database = await openDatabase('file::memory:');
  const at = clock.now();
  const row = { id: 'e', conversation: 'c', person: 'p', document: '{}' };
  await database
    .insertInto('event')
    .values({ ...row, at: at.toISOString() })
    .execute();
  clock.pass(365 * DAY);
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => lines.push(line) });
  const { ages } = await createBot(loadConfig({}), {
    ...{ database, now: clock.now, log, recognizer: fakeRecognizer({}) },
  });
  expect(ages()).toEqual(at);
  expect(lines.join()).toContain('nothing is deleted for an hour');
  clock.pass(HOUR);
  expect(ages()).toEqual(clock.now());
  await database.destroy();
});

it('a second start with a clock a year ahead deletes nothing either, whatever happened in between', async () => {
  const clock = movingClock();
  const database = await openDatabase('file::memory:');
  const happens = async (id: string) => {
    const head = { id, at: clock.now().toISOString(), conversation: id, person: 'p' };
    const event = { ...head, type: 'clarified', channel: 'webchat', language: 'en' };
    const row = { ...head, document: JSON.stringify(event) };
    await database.insertInto('event').values(row).execute();
  };
  const runFor = async (seconds: number) => {
    const { ages, log } = await createBot(loadConfig({ LOG_LEVEL: 'silent' }), {
      ...{ database, now: clock.now, recognizer: fakeRecognizer({}) },
    });
    const days = { transcriptDays: 30, outcomeDays: 365, timeZone: 'UTC' };
    await new Retention({ ...{ database, now: ages, log }, ...days }).enforce();
    clock.pass(seconds);
  };
  const left = async () => (await database.selectFrom('event').select('id').execute()).length;
  await happens('before');
  clock.pass(2 * 365 * DAY);
  await runFor(HOUR / 2);
  await happens('while ahead');
  await runFor(HOUR / 2);
  await runFor(HOUR / 2);
  expect(await left()).toBe(2);
  await database.destroy();
});

it.each([DAY, -HOUR, -DAY])('a ticket arrives once after a jump of %d seconds', async (jump) => {
  const delivered: string[] = [];
  let isDown = true;
  const { clock, outbox, tickets } = await openDesk({
    backend: backendOf(({ key }) => {
      if (isDown) return Promise.reject(new Error('down'));
      delivered.push(key);
      return Promise.resolve({});
    }),
  });
  await tickets.send(buildDraft());
  await outbox.deliverDue();
  isDown = false;
  clock.pass(jump);
  await outbox.deliverDue();
  clock.pass(10);
  await outbox.deliverDue();
  expect(delivered).toEqual(['draft-1']);
});

it('a rate never asks for longer patience than it counts', async () => {
  const guard = createRateGuard(new RateLimits().limit('test', { points: 1, seconds: 60 }));
  await guard('somebody');
  jest.useFakeTimers({ now: Date.now() - DAY * 1000, doNotFake: ['nextTick', 'queueMicrotask'] });
  try {
    await expect(guard('somebody')).rejects.toMatchObject({ retryAfter: 60 });
  } finally {
    jest.useRealTimers();
  }
});

it('no turn and no request lasts less than no time while the clock runs backwards', async () => {
  let at = Date.now();
  const back = () => (at -= HOUR * 1000);
  const spy = jest.spyOn(Date, 'now').mockImplementation(back);
  const app = await createApp(loadConfig({ PORT: '0', LOG_LEVEL: 'silent' }), {
    recognizer: fakeRecognizer({ split: [sure('tokens.split')] }),
    database: await openDatabase('file::memory:'),
    now: () => new Date(back()),
  });
  const url = (await app.listen()).replace('localhost', '127.0.0.1');
  await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      ...{ type: 'message', id: '1', text: 'split', channelId: 'emulator', locale: 'en-GB' },
      ...{ serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'expectReplies' },
      ...{ conversation: { id: 'c' }, from: { id: 'anna' }, recipient: { id: 'bot' } },
    }),
  });
  const metrics = await (await fetch(`${url}/metrics`)).text();
  spy.mockRestore();
  await app.close();
  for (const name of ['bot_turn_duration_seconds', 'http_request_duration_seconds']) {
    const [, sum] = new RegExp(`^${name}_sum\\S* (\\S+)$`, 'm').exec(metrics) ?? [];
    expect(Number(sum)).toBeGreaterThan(0);
  }
});
