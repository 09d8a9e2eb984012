import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../src/core/log';
import { Retention } from '../../src/privacy/retention';
import { openDatabase, type Database } from '../../src/storage/database';
import { LedgerStore } from '../../src/support/outcomes/ledger-store';
import { ReportStore } from '../../src/support/outcomes/report-store';
import {
  backendOf,
  buildDraft,
  movingClock,
  openDesk,
  silentLog,
} from '../support-desk/ticket-desk';
import { openChat } from '../support/chat';
import { translator } from '../support/content';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

const DAY = 86_400;
const t = translator.in('en');
const recognizer = fakeRecognizer({ split: [sure('tokens.split')] });
const range = { from: '2026-01-01', to: '2027-12-31', now: '2027-12-31T00:00:00Z' };

let database: Database;
beforeEach(async () => (database = await openDatabase('file::memory:')));
afterEach(() => database.destroy());

function retain({ now }: ReturnType<typeof movingClock>, log: Log = silentLog): Retention {
  return new Retention({
    ...{ database, now, log, timeZone: 'Europe/Stockholm' },
    ...{ transcriptDays: 30, outcomeDays: 365 },
  });
}

/** Asks, comments, misses and sends a ticket that is delivered. */
async function live(clock: ReturnType<typeof movingClock>): Promise<void> {
  const { say } = await openChat({ recognizer, database, now: clock.now });
  await say('split');
  await say(t('feedback.no'));
  await say(t('ticket:comment.choice'));
  await say('a walrus comment');
  for (let miss = 0; miss < 2; miss += 1) await say('walrus question');
  await say(t('ticket:offer.yes'));
  await say('walrus details');
  await say('kim@contoso.example');
  await say(t('ticket:choice.send'));
}

async function everything(): Promise<string> {
  const tables = await Promise.all(
    (['state', 'event', 'shown_answer', 'ticket', 'outbox', 'unanswered_question'] as const).map(
      (table) => database.selectFrom(table).selectAll().execute(),
    ),
  );
  return JSON.stringify(tables);
}

it('keeps words for 30 days and how it went for 365', async () => {
  const clock = movingClock();
  await live(clock);
  const before = await new ReportStore(
    database,
    new LedgerStore(database, 'Europe/Stockholm'),
  ).read(range);

  clock.pass(29 * DAY);
  await retain(clock).enforce();
  expect(await everything()).toContain('walrus comment');

  clock.pass(2 * DAY);
  await retain(clock).enforce();
  const [ticket, ...others] = await database.selectFrom('ticket').selectAll().execute();
  expect(others).toEqual([]);
  expect(ticket).toMatchObject({ subject: 'walrus question', email: 'kim@contoso.example' });
  expect(ticket?.packet).toContain('"transcript":[]');
  const { subject: _, details: __, ...rest } = ticket ?? {};
  const words = (await everything()).replace(JSON.stringify(ticket), JSON.stringify(rest));
  expect(words).not.toContain('walrus');
  expect(await database.selectFrom('state').selectAll().execute()).toEqual([]);
  const after = await new ReportStore(database, new LedgerStore(database, 'Europe/Stockholm')).read(
    range,
  );
  expect(after).toEqual({ ...before, comments: [] });

  clock.pass(336 * DAY);
  await retain(clock).enforce();
  const all = await everything();
  for (const word of ['walrus', 'kim@contoso.example', 'tokens.split'])
    expect(all).not.toContain(word);
  expect(await database.selectFrom('visit').selectAll().execute()).toEqual([]);
  // Its row stays, so that its number is never given again.
  expect(await database.selectFrom('ticket').select('number').execute()).toHaveLength(1);
});

it('leaves a ticket whole that is still to be delivered', async () => {
  const clock = movingClock();
  const backend = backendOf(() => Promise.reject(new Error('503')));
  const { tickets, store } = await openDesk({ database, clock, backend });
  await tickets.send(buildDraft());
  clock.pass(31 * DAY);
  await retain(clock).enforce();
  expect((await store.find(1001))?.packet.transcript).toHaveLength(1);
});

it('leaves nothing of what it has forgotten in the files of the database', async () => {
  const clock = movingClock();
  const folder = mkdtempSync(join(tmpdir(), 'retention-'));
  await database.destroy();
  database = await openDatabase(`file:${join(folder, 'bot.db')}`);
  const files = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  const { say } = await openChat({ recognizer, database, now: clock.now });
  await say('a walrus question');
  expect(files().join()).toContain('walrus');
  clock.pass(31 * DAY);
  await retain(clock).enforce();
  expect(files().join()).not.toContain('walrus');
});

it('goes on with the rest of a conversation that began before', async () => {
  const clock = movingClock();
  const { say } = await openChat({ recognizer, database, now: clock.now });
  await say('split');
  clock.pass(3 * DAY);
  await say('an early walrus');
  clock.pass(20 * DAY);
  await say('a late penguin');
  clock.pass(15 * DAY);
  await retain(clock).enforce();
  expect(await everything()).not.toContain('walrus');
  expect(await everything()).toContain('penguin');
});

it('has nothing to forget a second time', async () => {
  const clock = movingClock();
  await live(clock);
  clock.pass(3600);
  await (await openChat({ recognizer, database, now: clock.now })).say('a late penguin');
  const info = jest.fn();
  const log = { ...silentLog, info };
  for (const seconds of [30 * DAY - 1800, 335 * DAY]) {
    clock.pass(seconds);
    await retain(clock, log).enforce();
    expect(info).toHaveBeenCalled();
    info.mockClear();
    await retain(clock, log).enforce();
    expect(info).not.toHaveBeenCalled();
  }
});

it('takes the transcripts out of all tickets, however many', async () => {
  const clock = movingClock();
  const { tickets } = await openDesk({ database, clock });
  await tickets.send(buildDraft());
  const sent = await database.selectFrom('ticket').selectAll().executeTakeFirstOrThrow();
  const more = Array.from({ length: 600 }, (_, place) => 2000 + place);
  await database
    .insertInto('ticket')
    .values(more.map((number) => ({ ...sent, number, key: String(number) })))
    .execute();
  clock.pass(31 * DAY);
  await retain(clock).enforce();
  const packets = await database.selectFrom('ticket').select('packet').distinct().execute();
  expect(packets).toHaveLength(1);
  expect(packets[0]?.packet).toContain('"transcript":[]');
});

it('runs by itself once it is started, until it is closed', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  const clock = movingClock();
  const passes: string[] = [];
  const retention = new Retention({
    ...{ database, now: clock.now, log: silentLog, timeZone: 'UTC' },
    ...{ transcriptDays: 1, outcomeDays: 1 },
    alone: async (pass) => {
      await pass();
      passes.push('done');
    },
  });
  retention.start();
  await jest.advanceTimersByTimeAsync(11_000);
  await retention.close();
  await jest.advanceTimersByTimeAsync(7_200_000);
  jest.useRealTimers();
  expect(passes).toEqual(['done']);
});
