import { personKeyOf } from '../../src/core/person-key';
import { erasePerson } from '../../src/privacy/erase-person';
import { exportPerson } from '../../src/privacy/export-person';
import type { Database } from '../../src/storage/database';
import { LedgerStore } from '../../src/support/outcomes/ledger-store';
import { backendOf, buildDraft, openDesk } from '../support-desk/ticket-desk';
import { describeEachDatabase } from '../support/postgres/each-database';

const timeZone = 'Europe/Stockholm';
const GROUP = '19:abc@thread.v2';
const AT = '2026-05-20T10:00:00.000Z';
const USERS = ['29:anna', '29:bert', '29:cara'] as const;

const erase = (database: Database, name: string) =>
  erasePerson(database, name, { timeZone, turnsAreOver: () => Promise.resolve() });

function draftOf(user: string, conversation: string) {
  const reference = {
    channelId: 'msteams',
    user: { id: user },
    conversation: { id: conversation },
  };
  return buildDraft({
    ...{ key: `${user} ${conversation}`, person: personKeyOf('msteams', user) },
    reference: JSON.stringify(reference),
  });
}

async function rowsOf(database: Database, number: number) {
  const [ticket, outbox] = await Promise.all([
    database.selectFrom('ticket').selectAll().where('number', '=', number).execute(),
    database.selectFrom('outbox').selectAll().where('ticket', '=', number).execute(),
  ]);
  return { ticket, outbox };
}

describeEachDatabase('erasing somebody', (open) => {
  it('leaves tickets of others as they are, which are still to be delivered', async () => {
    const database = await open();
    const backend = backendOf(() => Promise.reject(new Error('503')));
    const { tickets } = await openDesk({ database, backend });
    for (const user of USERS) await tickets.send(draftOf(user, `a:${user}`));
    const before = await Promise.all([1001, 1003].map((number) => rowsOf(database, number)));
    expect(await erase(database, '29:bert')).toMatchObject({ emptied: ['T-1002'] });
    expect(await Promise.all([1001, 1003].map((number) => rowsOf(database, number)))).toEqual(
      before,
    );
    expect(await rowsOf(database, 1002)).toMatchObject({
      ticket: [{ subject: '', email: null }],
      outbox: [{ document: '{}', due_at: null }],
    });
  });

  it('takes the transcript out of what others sent from a group, and of nothing else', async () => {
    const database = await open();
    const { tickets } = await openDesk({ database });
    await tickets.send(draftOf('29:bert', GROUP));
    await tickets.send(draftOf('29:bert', 'a:1'));
    await tickets.send({
      ...draftOf('29:cara', GROUP),
      packet: { ...buildDraft().packet, contentVersion: 'v2' },
    });
    const events = USERS.map((user, place) => ({
      ...{ id: String(place), at: AT, conversation: GROUP, channel: 'msteams', language: 'en' },
      ...({ person: personKeyOf('msteams', user), type: 'clarified' } as const),
    }));
    await new LedgerStore(database, timeZone).append(events);
    const alone = await rowsOf(database, 1002);
    await erase(database, personKeyOf('msteams', '29:anna'));
    expect(await rowsOf(database, 1002)).toEqual(alone);
    const rows = await database.selectFrom('ticket').selectAll().orderBy('number').execute();
    const packets = rows.map(({ packet }) => JSON.parse(packet) as unknown);
    expect(packets).toMatchObject([
      { transcript: [], contentVersion: 'v1' },
      { transcript: [{}], contentVersion: 'v1' },
      { transcript: [], contentVersion: 'v2' },
    ]);
    const left = await database.selectFrom('event').select('person').orderBy('person').execute();
    const others = [events[1], events[2]].map((event) => event?.person ?? '');
    expect(left.map(({ person }) => person)).toEqual(expect.arrayContaining(others));
    expect(left.map(({ person }) => person)).not.toContain(events[0]?.person);
  });

  it('says where a ticket went, also when what was added to it went without a reference', async () => {
    const database = await open();
    const backend = backendOf(() => Promise.resolve({ reference: 'DESK-7' }));
    const { tickets } = await openDesk({ database, backend });
    const draft = draftOf('29:anna', 'a:1');
    await tickets.send(draft);
    await tickets.add(draft.person, 1001, { key: 'more', text: 'It is the 2019 edition.' });
    expect(await erase(database, '29:anna')).toMatchObject({
      elsewhere: [{ ticket: 'T-1001', reference: 'DESK-7' }],
    });
  });

  it('finds by their key who has left nothing but figures', async () => {
    const database = await open();
    const person = personKeyOf('msteams', '29:anna');
    const event = { id: 'e', at: AT, conversation: 'a:1', channel: 'msteams', person };
    await new LedgerStore(database, timeZone).append([
      { ...event, language: 'en', type: 'missed', question: 'a walrus?', candidates: [] },
    ]);
    const data = await exportPerson(database, person, { timeZone });
    // What was computed from it has been brought up to date, and what is JSON can be read.
    expect(data).toMatchObject({
      event: [{ document: { question: 'a walrus?' } }],
      visit: [{ conversation: 'a:1' }],
      ticket: [],
    });
    expect(Object.keys(data ?? {})).not.toContain('migration');
    expect(await erase(database, person)).toBeDefined();
    expect(await exportPerson(database, person, { timeZone })).toBeUndefined();
    expect(JSON.stringify(await database.selectFrom('event').selectAll().execute())).not.toContain(
      'walrus',
    );
  });
});
