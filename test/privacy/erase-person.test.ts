import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personKeyOf } from '../../src/core/person-key';
import { erasePerson } from '../../src/privacy/erase-person';
import { exportPerson } from '../../src/privacy/export-person';
import { DirectLineStore } from '../../src/channels/direct-line/direct-line-store';
import { KnownVisitorStore } from '../../src/storage/known-visitor-store';
import { BotStorage } from '../../src/storage/bot-storage';
import { openDatabase, type Database } from '../../src/storage/database';
import { deskBackend } from '../../src/support/tickets/desk-backend';
import { LedgerStore } from '../../src/support/outcomes/ledger-store';
import { backendOf, buildDraft, openDesk } from '../support-desk/ticket-desk';

const timeZone = 'Europe/Stockholm';
const now = () => new Date('2026-05-20T10:00:00.000Z');
const GROUP = '19:abc@thread.v2';
let database: Database;
beforeEach(async () => (database = await openDatabase('file::memory:')));
afterEach(() => database.destroy());

const erase = (name: string, turnsAreOver = () => Promise.resolve()) =>
  erasePerson(database, name, { timeZone, turnsAreOver });

/** Where somebody in Teams sent a ticket. */
function referenceOf(user: string, conversation: string): string {
  return JSON.stringify({
    ...{ channelId: 'msteams', user: { id: user }, conversation: { id: conversation } },
  });
}

async function chat(id: string, user: string): Promise<void> {
  const store = new DirectLineStore(database, now, () => Promise.resolve());
  const activity = { id, type: 'message', timestamp: now().toISOString() };
  await store.start({ id, user }, activity);
}

const failing = backendOf(() => Promise.reject(new Error('503')));
const takesAll = backendOf(() => Promise.resolve({}));

it('tells ids apart that differ in case alone', async () => {
  await chat('first', 'Kim');
  await chat('second', 'kim');
  const data = await exportPerson(database, 'Kim', { timeZone });
  expect(data?.['direct_line_conversation']).toMatchObject([{ id: 'first' }]);
  await erase('kim');
  expect(await exportPerson(database, 'KIM', { timeZone })).toMatchObject({
    direct_line_conversation: [{ id: 'first' }],
  });
});

it.each(["o'x; drop table state", '%', 'a/users/b/', 'åsa 🙂', '__proto__', 'x'.repeat(200)])(
  'finds and erases who is called %s, once',
  async (user) => {
    await chat('theirs', user);
    await chat('other', `${user}!`);
    expect(await erase(user)).toMatchObject({ deleted: { direct_line_conversation: 1 } });
    expect(await erase(user)).toBeUndefined();
    expect(
      await database.selectFrom('direct_line_conversation').selectAll().execute(),
    ).toHaveLength(1);
  },
);

it('leaves nothing of them in the files of the database', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'erase-'));
  await database.destroy();
  database = await openDatabase(`file:${join(folder, 'bot.db')}`);
  const files = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  await chat('theirs', 'kim-the-walrus');
  expect(files().join()).toContain('kim-the-walrus');
  await erase('kim-the-walrus');
  expect(files().join()).not.toContain('kim-the-walrus');
});

it('finds a visitor whose site talks through Azure by what the site vouches for', async () => {
  const visitors = new KnownVisitorStore(new BotStorage(database, now));
  const visitor = {
    subject: 'crm-7',
    issuer: 'https://site.example',
    email: 'kim@contoso.example',
  };
  await visitors.keep({ conversation: 'c', user: 'dl-user' }, visitor);
  const data = await exportPerson(database, 'KIM@contoso.example', { timeZone });
  expect(data?.['state']).toMatchObject([{ key: 'directline/users/dl-user/' }]);
});

it('takes a person out of a group: what others sent from it loses what was said there', async () => {
  const [anna, bert] = ['29:anna', '29:bert'];
  const event = { id: 'e', at: now().toISOString(), conversation: GROUP, channel: 'msteams' };
  await new LedgerStore(database, timeZone).append([
    { ...event, person: personKeyOf('msteams', anna), language: 'en', type: 'clarified' },
  ]);
  await new BotStorage(database, now).write({
    [`msteams/users/${anna}/`]: {},
    [`msteams/conversations/${GROUP}/`]: { words: 'of everybody' },
  });
  const { tickets, store } = await openDesk({ database, backend: takesAll });
  await tickets.send(
    buildDraft({ person: personKeyOf('msteams', bert), reference: referenceOf(bert, GROUP) }),
  );
  const shown = await exportPerson(database, anna, { timeZone });
  expect(JSON.stringify(shown)).not.toContain('of everybody');

  expect(await erase(anna)).toMatchObject({ emptied: [], elsewhere: [{ ticket: 'T-1001' }] });
  expect(await store.find(1001)).toMatchObject({
    ...{ subject: 'Our product key has no activations left', packet: { transcript: [] } },
  });
  const kept = await database.selectFrom('state').select('key').execute();
  expect(kept).toEqual([]);
});

it('erases what a turn that was under way has kept meanwhile', async () => {
  const { tickets, store } = await openDesk({ database });
  const person = personKeyOf('msteams', '29:anna');
  const reference = referenceOf('29:anna', 'a:1');
  await tickets.send(buildDraft({ person, reference }));
  const erasure = await erase('29:anna', async () => {
    await tickets.send(buildDraft({ person, reference, key: 'draft-2' }));
    await new BotStorage(database, now).write({ 'msteams/users/29:anna/': { language: 'sv' } });
  });
  expect(erasure).toMatchObject({ deleted: { state: 1 }, emptied: ['T-1001', 'T-1002'] });
  expect(await store.find(1002)).toMatchObject({ subject: '', person: 'nobody' });
});

it('says of no ticket that never left that others have to erase it', async () => {
  const { tickets } = await openDesk({ database });
  await tickets.send(buildDraft({ reference: referenceOf('29:anna', 'a:1') }));
  await tickets.add('person-1', 1001, { key: 'more', text: 'It is the 2019 edition.' });
  expect(await erase('T-1001')).toMatchObject({ emptied: ['T-1001'], elsewhere: [] });
});

it.each([
  ['of which another system got what was added', deskBackend, takesAll],
  ['that another system may have got before it stayed', failing, deskBackend],
])('names a ticket %s', async (_, first, then) => {
  const before = await openDesk({ database, backend: first });
  await before.tickets.send(buildDraft({ reference: referenceOf('29:anna', 'a:1') }));
  before.clock.pass(3600);
  const { tickets, outbox } = await openDesk({ database, backend: then, clock: before.clock });
  await outbox.deliverDue();
  await tickets.add('person-1', 1001, { key: 'more', text: 'It is the 2019 edition.' });
  expect(await erase('T-1001')).toMatchObject({
    elsewhere: [{ ticket: 'T-1001', reference: '' }],
  });
});

it.each([
  ['may have arrived', () => Promise.reject(new Error('503'))],
  ['has arrived', () => Promise.resolve({ reference: 'DESK-7' })],
])('calls off a ticket that is being sent and %s, and says so', async (_, end) => {
  let attempts = 0;
  const backend = backendOf(async () => {
    attempts += 1;
    erasure = await erase('T-1001');
    return end();
  });
  let erasure: unknown;
  const { tickets, outbox, clock } = await openDesk({ database, backend });
  await tickets.send(buildDraft({ reference: referenceOf('29:anna', 'a:1') }));
  expect(erasure).toMatchObject({ elsewhere: [{ ticket: 'T-1001', reference: '' }] });
  clock.pass(3600);
  await outbox.deliverDue();
  expect(attempts).toBe(1);
  expect(
    await database
      .selectFrom('outbox')
      .select(['due_at', 'last_error', 'backend_reference'])
      .execute(),
  ).toEqual([{ due_at: null, last_error: null, backend_reference: null }]);
});
