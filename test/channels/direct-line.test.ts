import { setImmediate as nextRound } from 'node:timers/promises';
import type { Activity, TurnContext } from 'botbuilder';
import { createDirectLine, type DirectLine } from '../../src/channels/direct-line/direct-line';
import { DirectLineStore } from '../../src/channels/direct-line/direct-line-store';
import { OpenTurnStore } from '../../src/channels/direct-line/open-turn-store';
import type { Clock } from '../../src/core/clock';
import type { Instances } from '../../src/core/instances';
import { localRedactor } from '../../src/privacy/local-redactor';
import type { Database } from '../../src/storage/database';
import { LocalInstances } from '../../src/storage/instances/local-instances';
import { movingClock, silentLog } from '../support-desk/ticket-desk';
import { openMemory } from '../support/open-memory';

const HOUR = 3600;
const TEN_MINUTES_MS = 600_000;
const TWO_SECONDS_MS = 2000;

let database: Database;
let clock: ReturnType<typeof movingClock>;
let opened: DirectLine[];
let heard: Partial<Activity>[];
const logError = jest.fn();

type Hear = Instances['hear'];

function alone(): Pick<Instances, 'inTurn' | 'tell' | 'hear'> {
  const local = new LocalInstances();
  return {
    inTurn: (key, task) => local.inTurn(key, task),
    tell: () => undefined,
    hear: () => () => undefined,
  };
}

/** What one instance after another opens on the same store. */
async function open({ ages, hear }: { readonly ages?: Clock; readonly hear?: Hear } = {}) {
  const directLine = await createDirectLine({
    store: new DirectLineStore(database, clock.now, () => Promise.resolve()),
    openTurns: new OpenTurnStore(database),
    instances: hear ? { ...alone(), hear } : alone(),
    bot: {
      async run(context: TurnContext) {
        heard.push(context.activity);
        await context.sendActivity(`heard ${context.activity.type}`);
      },
    },
    onTurnError: () => Promise.resolve(),
    ...{ redactor: localRedactor, now: clock.now, ages, log: { ...silentLog, error: logError } },
  });
  opened.push(directLine);
  return directLine;
}

async function saidIn(directLine: DirectLine, conv: string): Promise<readonly unknown[]> {
  const { activities } = await directLine.read({ conv, user: 'u' }, undefined);
  return activities.filter(({ from }) => from?.role === 'bot').map(({ text }) => text);
}

/** A conversation whose first turn nobody has begun: its process ended too early. */
async function leaveOpen(conv: string): Promise<void> {
  const store = new DirectLineStore(database, clock.now, () => Promise.resolve());
  const timestamp = clock.now().toISOString();
  await store.start({ id: conv, user: 'u' }, { id: `${conv}-1`, type: 'message', timestamp });
}

async function rounds(): Promise<void> {
  for (let round = 0; round < 50; round += 1) await nextRound();
}

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'setImmediate', 'setTimeout'] });
  [database, clock, opened, heard] = [await openMemory(), movingClock(), [], []];
  logError.mockReset();
});
afterEach(async () => {
  jest.useRealTimers();
  for (const directLine of opened) await directLine.close();
  await database.destroy();
});

it('welcomes whoever arrives at once, and once', async () => {
  const directLine = await open();
  const grant = directLine.grant({ user: 'u' });
  expect(await directLine.begin(grant)).toEqual({ isNew: true });
  expect(await directLine.begin(grant)).toEqual({ isNew: false });
  await directLine.close();
  expect(await saidIn(directLine, grant.conv)).toEqual(['heard conversationUpdate']);
});

it('completes when it starts what was left open, however short ago', async () => {
  await leaveOpen('c');
  const directLine = await open();
  await directLine.start();
  await rounds();
  expect(await saidIn(directLine, 'c')).toEqual(['heard message']);
});

it('completes every two seconds what others have left open, until it is closed', async () => {
  const directLine = await open();
  await directLine.start();
  await leaveOpen('c');
  clock.pass(60);
  jest.advanceTimersByTime(TWO_SECONDS_MS);
  await rounds();
  expect(await saidIn(directLine, 'c')).toEqual(['heard message']);
  await directLine.close();
  await leaveOpen('d');
  clock.pass(60);
  jest.advanceTimersByTime(TWO_SECONDS_MS);
  await rounds();
  expect(await saidIn(directLine, 'd')).toEqual([]);
});

it('lets the turns that have begun come to their end when it is closed', async () => {
  const directLine = await open();
  const grant = directLine.grant({});
  await directLine.begin(grant);
  for (const text of ['one', 'two']) await directLine.receive(grant, { type: 'message', text });
  await directLine.close();
  expect(await saidIn(directLine, grant.conv)).toHaveLength(3);
});

it('hears from other instances from its start until it is closed', async () => {
  const stop = jest.fn();
  const hear = jest.fn<() => void, Parameters<Hear>>(() => stop);
  const directLine = await open({ hear });
  await directLine.start();
  expect([hear.mock.calls.length, stop.mock.calls.length]).toEqual([1, 0]);
  await directLine.close();
  expect(stop).toHaveBeenCalledTimes(1);
});

it('forgets every ten minutes conversations that have been idle for three days', async () => {
  const directLine = await open();
  await directLine.start();
  await directLine.begin({ conv: 'old', user: 'u' });
  await rounds();
  clock.pass(HOUR);
  await directLine.begin({ conv: 'new', user: 'u' });
  await rounds();
  clock.pass(71 * HOUR - 60);
  expect(await directLine.expire()).toBe(0);
  clock.pass(120);
  jest.advanceTimersByTime(TEN_MINUTES_MS);
  await rounds();
  await expect(directLine.find('old')).rejects.toThrow('no such conversation');
  expect(await directLine.find('new')).toMatchObject({ id: 'new' });
});

it('forgets by the clock for ages', async () => {
  const directLine = await open({ ages: movingClock().now });
  await directLine.begin({ conv: 'c', user: 'u' });
  clock.pass(200 * HOUR);
  expect(await directLine.expire()).toBe(0);
});

it('goes on when the database was away', async () => {
  const directLine = await open();
  await directLine.start();
  const away = new Error('away');
  const [takeOver, expire] = [
    jest.spyOn(OpenTurnStore.prototype, 'findIdle').mockRejectedValueOnce(away),
    jest.spyOn(DirectLineStore.prototype, 'expire').mockRejectedValueOnce(away),
  ];
  jest.advanceTimersByTime(TEN_MINUTES_MS);
  await rounds();
  jest.advanceTimersByTime(TEN_MINUTES_MS);
  await rounds();
  expect(logError.mock.calls).toEqual([
    [{ err: away }, 'takeover failed'],
    [{ err: away }, 'sweep failed'],
  ]);
  expect([takeOver.mock.calls.length > 1, expire.mock.calls.length]).toEqual([true, 2]);
  jest.restoreAllMocks();
});

it('gives the bot what the grant says of who speaks, and the time by its clock', async () => {
  const directLine = await open();
  const visitor = { subject: 's', issuer: 'i', name: 'Kim' };
  const grant = { conv: 'c', user: 'u', locale: 'sv-SE', visitor };
  await directLine.begin(grant);
  await directLine.receive(grant, { type: 'message', text: 'hej' });
  await directLine.receive(grant, { type: 'message', text: 'hello', locale: 'en-GB' });
  await directLine.close();
  const timestamp = clock.now().toISOString();
  expect(heard).toMatchObject([
    { type: 'conversationUpdate', locale: 'sv-SE', from: { id: 'u', name: 'Kim' } },
    { text: 'hej', locale: 'sv-SE', from: { id: 'u', name: 'Kim' } },
    { text: 'hello', locale: 'en-GB', from: { id: 'u', name: 'Kim' } },
  ]);
  expect(heard.map((activity) => new Date(activity.timestamp ?? 0).toISOString())).toEqual(
    Array<string>(3).fill(timestamp),
  );
});

describe('a watermark', () => {
  it.each(['-1', '1.5', 'x', '2147483648', '1e400'])('is refused when it is %j', async (mark) => {
    const directLine = await open();
    const grant = directLine.grant({});
    await directLine.begin(grant);
    await expect(directLine.read(grant, mark)).rejects.toMatchObject({ code: 'BadArgument' });
  });

  it('that is ahead of the log is set back, so that nothing later is missed', async () => {
    const directLine = await open();
    const grant = directLine.grant({});
    await directLine.begin(grant);
    await rounds();
    const { watermark } = await directLine.read(grant, '99');
    await directLine.receive(grant, { type: 'message', text: 'hello' });
    await rounds();
    expect((await directLine.read(grant, watermark)).activities).toHaveLength(2);
  });

  it('leads through a long log, a hundred at a time', async () => {
    const directLine = await open();
    const grant = directLine.grant({});
    await directLine.begin(grant);
    for (let count = 0; count < 75; count += 1)
      await directLine.receive(grant, { type: 'message', text: 'hello' });
    await directLine.close();
    const seen = [];
    let mark: string | undefined;
    do {
      const { activities, watermark } = await directLine.read(grant, mark);
      seen.push(activities.length);
      mark = watermark;
    } while (seen.at(-1) !== 0);
    // The arrival is not shown.
    expect(seen).toEqual([99, 52, 0]);
  });
});
