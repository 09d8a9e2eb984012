import { setImmediate as nextRound } from 'node:timers/promises';
import { ActivityFeed } from '../../src/channels/direct-line/activity-feed';
import { ActivityStream } from '../../src/channels/direct-line/activity-stream';
import { DirectLineStore } from '../../src/channels/direct-line/direct-line-store';
import { OpenTurnStore } from '../../src/channels/direct-line/open-turn-store';
import { Turns } from '../../src/channels/direct-line/turns';
import { LocalInstances } from '../../src/storage/instances/local-instances';
import { silentLog } from '../support-desk/ticket-desk';
import { openMemory } from '../support/open-memory';

const at = '2026-05-20T10:00:00.000Z';
const now = () => new Date(at);
const activity = (id: string) => ({ id, type: 'message', timestamp: at });

/** A conversation whose first message was left open, and what takes it over. */
async function openLeft() {
  const database = await openMemory();
  const store = new DirectLineStore(database, now, () => Promise.resolve());
  const openTurns = new OpenTurnStore(database);
  await store.start({ id: 'c', user: 'u' }, activity('first'));
  const [run, onTurnError] = [jest.fn(() => Promise.resolve()), jest.fn(() => Promise.resolve())];
  const turns = new Turns({
    ...{ store, openTurns, onTurnError, now, middleware: [], bot: { run } },
    instances: { inTurn: (_, task) => task() },
    feed: new ActivityFeed({ tell: () => undefined, hear: () => () => undefined }),
    ...{ newId: () => 'new', log: silentLog },
  });
  const takeOver = async () => {
    await turns.takeOver(0);
    await turns.idle();
  };
  return { store, openTurns, takeOver, run, onTurnError };
}

it.each([
  [2, 'is run again', [1, 0]],
  [3, 'has failed', [0, 1]],
])('a turn that has been left open %d times over %s', async (times, _, calls) => {
  const { openTurns, takeOver, run, onTurnError } = await openLeft();
  for (let time = 0; time < times; time += 1) await openTurns.takeOver('c', 1);
  await takeOver();
  expect([run.mock.calls.length, onTurnError.mock.calls.length]).toEqual(calls);
  await takeOver();
  expect(run.mock.calls.length + onTurnError.mock.calls.length).toBe(1);
});

it('a turn that the database has cut short is run again, and no apology closes it', async () => {
  const { openTurns, takeOver, run, onTurnError } = await openLeft();
  const away = Object.assign(new Error('terminating connection'), { code: '57P01' });
  run.mockRejectedValueOnce(away);
  await takeOver();
  expect(await openTurns.list('c', 1)).toHaveLength(1);
  await takeOver();
  expect(await openTurns.list('c', 1)).toEqual([]);
  expect([run.mock.calls.length, onTurnError.mock.calls.length]).toEqual([2, 0]);
});

it('a turn that fails by itself is told and over', async () => {
  const { openTurns, takeOver, run, onTurnError } = await openLeft();
  run.mockRejectedValueOnce(new Error('bad'));
  await takeOver();
  expect(await openTurns.list('c', 1)).toEqual([]);
  expect(onTurnError).toHaveBeenCalledTimes(1);
});

it('a turn that somebody else has closed meanwhile is left alone', async () => {
  const { store, openTurns, takeOver, run } = await openLeft();
  const list = openTurns.list.bind(openTurns);
  jest.spyOn(openTurns, 'list').mockImplementationOnce(async (...which) => {
    const listed = await list(...which);
    await store.answer('c', { replies: [], answers: 1 });
    return listed;
  });
  await takeOver();
  expect(run).not.toHaveBeenCalled();
});

it('a turn is answered once: who comes second keeps nothing', async () => {
  const { store } = await openLeft();
  await store.answer('c', { replies: [activity('one')], answers: 1 });
  const second = store.answer('c', { replies: [activity('two')], answers: 1 });
  await expect(second).rejects.toThrow('Another instance');
  const kept = await store.since('c', 0, 10);
  expect(kept.map(({ activity: { id } }) => id)).toEqual(['first', 'one']);
});

it('a stream catches up on all that was said, however much, each once and in order', async () => {
  const log = Array.from({ length: 7 }, (_, place) => ({
    sequence: place + 1,
    activity: activity(String(place + 1)),
  }));
  const sent: string[] = [];
  const stream = new ActivityStream(1, {
    read: (after) => Promise.resolve(log.filter(({ sequence }) => sequence > after).slice(0, 2)),
    send: ({ activities, watermark }) => sent.push(`${activities[0]?.id} of ${watermark}`),
    fail: () => sent.push('failed'),
  });
  stream.logged();
  await nextRound();
  expect(sent).toEqual(['2 of 2', '3 of 3', '4 of 4', '5 of 5', '6 of 6', '7 of 7']);
});

it('a stream that hears of news while it reads sends each once, and what passes at its time', async () => {
  const said = (id: string, second: number) => ({
    ...activity(id),
    timestamp: `2026-05-20T10:00:0${second}.000Z`,
  });
  const log = [said('one', 1), said('two', 3)].map((each, place) => ({
    sequence: place + 1,
    activity: each,
  }));
  const sent: string[] = [];
  let reads = 0;
  const stream = new ActivityStream(0, {
    read: async (after) => {
      reads += 1;
      await nextRound();
      if (reads > 9) throw new Error('It reads again and again.');
      return log.filter(({ sequence }) => sequence > after);
    },
    send: ({ activities, watermark }) => sent.push(`${activities[0]?.id} of ${watermark}`),
    fail: () => sent.push('failed'),
  });
  stream.logged();
  stream.logged();
  stream.passing({ ...said('typing', 2), type: 'typing' });
  for (let round = 0; round < 9; round += 1) await nextRound();
  expect(sent).toEqual(['one of 1', 'typing of 1', 'two of 2']);
  expect(reads).toBe(2);
  log.push({ sequence: 3, activity: said('three', 4) });
  log.push({ sequence: 4, activity: { ...said('arrival', 5), type: 'conversationUpdate' } });
  stream.logged();
  for (let round = 0; round < 9; round += 1) await nextRound();
  expect(sent.slice(3)).toEqual(['three of 3']);
  expect(reads).toBe(4);
});

it('a stream that can’t read says so', async () => {
  const failure = new Error('away');
  const fail = jest.fn();
  const read = () => Promise.reject(failure);
  new ActivityStream(0, { read, send: () => undefined, fail }).logged();
  await nextRound();
  expect(fail.mock.calls).toEqual([[failure]]);
});

it('each message has one turn, with its own words as they were written, after the one before it', async () => {
  const database = await openMemory();
  const store = new DirectLineStore(database, now, () => Promise.resolve());
  const heard: string[] = [];
  const turns = new Turns({
    ...{ store, openTurns: new OpenTurnStore(database), now, middleware: [] },
    bot: {
      run: async ({ activity: { text } }) => {
        heard.push(`${text} begins`);
        await nextRound();
        heard.push(`${text} ends`);
      },
    },
    onTurnError: () => Promise.resolve(),
    instances: new LocalInstances(),
    feed: new ActivityFeed({ tell: () => undefined, hear: () => () => undefined }),
    ...{ newId: () => 'new', log: silentLog },
  });
  const conversation = { id: 'c', user: 'u', last: 1, ended: false };
  // Left by an instance that has died: the log has it redacted.
  await store.start(conversation, { ...activity('1'), text: 'kept' });
  for (const text of ['first', 'second']) {
    const written = { ...activity(text), text };
    const kept = { ...written, text: 'redacted' };
    const { sequence } = await store.receive('c', kept, undefined);
    turns.begin(conversation, { sequence, activity: written });
  }
  await turns.idle();
  expect(heard).toEqual(
    ['kept', 'first', 'second'].flatMap((text) => [`${text} begins`, `${text} ends`]),
  );
});
