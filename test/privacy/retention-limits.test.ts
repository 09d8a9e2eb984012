import { Retention } from '../../src/privacy/retention';
import type { Database } from '../../src/storage/database';
import { buildDraft, movingClock, openDesk, silentLog } from '../support-desk/ticket-desk';
import { describeEachDatabase } from '../support/postgres/each-database';

const DAY = 86_400;

function retain(database: Database, { now }: ReturnType<typeof movingClock>): Retention {
  return new Retention({
    ...{ database, now, log: silentLog, timeZone: 'Europe/Stockholm' },
    ...{ transcriptDays: 1, outcomeDays: 3650 },
  });
}

/** Keeps questions that were asked so many milliseconds before a limit of one day, or after it. */
async function ask(database: Database, now: Date, before: readonly number[]): Promise<void> {
  const limit = now.getTime() - DAY * 1000;
  const rows = before.map((milliseconds, place) => ({
    ...{ id: `${milliseconds}/${place}`, at: new Date(limit - milliseconds).toISOString() },
    ...{ conversation: 'c', person: 'p', channel: 'webchat', language: 'en', text: 'a walrus' },
    ...{ reason: 'missed', candidates: '[]', content_version: 'v' },
  }));
  await database.insertInto('unanswered_question').values(rows).execute();
}

describeEachDatabase('retention', (open) => {
  const left = async (database: Database) =>
    (await database.selectFrom('unanswered_question').select('id').execute()).map(({ id }) => id);

  it('forgets what is older than the limit to the millisecond, however much of it, and nothing else', async () => {
    const [database, clock] = [await open(), movingClock()];
    await ask(database, clock.now(), [0, -1]);
    await ask(
      database,
      clock.now(),
      Array.from({ length: 700 }, () => DAY * 1000),
    );
    await ask(
      database,
      clock.now(),
      Array.from({ length: 700 }, (_, place) => place + 1),
    );
    await retain(database, clock).enforce();
    expect((await left(database)).sort()).toEqual(['-1/1', '0/0']);
    clock.pass(0.001);
    await retain(database, clock).enforce();
    expect(await left(database)).toEqual(['-1/1']);
  });

  it('forgets nothing more while the clock is set back', async () => {
    const [database, clock] = [await open(), movingClock()];
    await ask(database, clock.now(), [1]);
    clock.pass(-30 * DAY);
    await retain(database, clock).enforce();
    expect(await left(database)).toHaveLength(1);
  });

  it('bears a second pass at the same time', async () => {
    const [database, clock] = [await open(), movingClock()];
    await ask(
      database,
      clock.now(),
      Array.from({ length: 1200 }, (_, place) => place),
    );
    const changed: bigint[] = [];
    const watched = database.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult({ result }) {
        changed.push(result.numAffectedRows ?? 0n);
        return Promise.resolve(result);
      },
    });
    await Promise.all([retain(watched, clock).enforce(), retain(watched, clock).enforce()]);
    expect(await left(database)).toEqual(['0/0']);
    // A statement at a time, so that nobody waits for all of it.
    expect(changed).toContain(500n);
    expect(changed.filter((count) => count > 500n)).toEqual([]);
  });

  it('takes the transcript out of tickets a day after they were sent, whoever works on them', async () => {
    const [database, clock] = [await open(), movingClock()];
    const { tickets, store } = await openDesk({ database, clock });
    await tickets.send(buildDraft());
    clock.pass(DAY);
    await retain(database, clock).enforce();
    expect((await store.find(1001))?.packet.transcript).toHaveLength(1);
    await tickets.add('person-1', 1001, { key: 'added-1', text: 'It is 2019.' });
    clock.pass(1);
    await retain(database, clock).enforce();
    expect(await store.find(1001)).toMatchObject({
      ...{ subject: buildDraft().subject, packet: { transcript: [] } },
    });
  });
});
