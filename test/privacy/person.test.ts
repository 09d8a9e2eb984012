import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { erasePerson } from '../../src/privacy/erase-person';
import { exportPerson } from '../../src/privacy/export-person';
import { openDatabase, type Database } from '../../src/storage/database';
import { LedgerStore } from '../../src/support/outcomes/ledger-store';
import { ReportStore } from '../../src/support/outcomes/report-store';
import { openChat } from '../support/chat';
import { translator } from '../support/content';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

const folder = mkdtempSync(join(tmpdir(), 'person-'));
const t = translator.in('en');
const recognizer = fakeRecognizer({ split: [sure('tokens.split')] });
const range = { from: '2026-01-01', to: '2026-12-31', now: '2026-12-31T00:00:00Z' };
const timeZone = 'Europe/Stockholm';
const turnsAreOver = () => Promise.resolve();

let database: Database;
beforeAll(async () => (database = await openDatabase(`file:${join(folder, 'bot.db')}`)));
afterAll(() => database.destroy());

/** Everything that the database has on disk: file, write-ahead log, index. */
function files(): string {
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('\n');
}

/** Asks, rates, comments, and sends a ticket; each channel is a person of its own. */
async function live(channelId: string, word: string): Promise<void> {
  const { say } = await openChat({
    ...{ recognizer, database, channelId },
    conversationId: `with ${channelId}`,
  });
  await say('split');
  await say(t('feedback.no'));
  await say(t('ticket:comment.choice'));
  await say(`${word} comment`);
  for (let miss = 0; miss < 2; miss += 1) await say(`${word} question`);
  await say(t('ticket:offer.yes'));
  await say(`${word} details`);
  await say(`${word}@contoso.example`);
  await say(t('ticket:choice.send'));
}

it('shows and erases everything of one person, and nothing of another', async () => {
  await live('webchat', 'walrus');
  await live('emulator', 'penguin');
  const before = await new ReportStore(
    database,
    new LedgerStore(database, 'Europe/Stockholm'),
  ).read(range);

  const data = await exportPerson(database, 'walrus@contoso.example', { timeZone });
  expect(JSON.stringify(data)).toContain('walrus comment');
  expect(JSON.stringify(data)).not.toContain('penguin');
  expect(data).toMatchObject({
    ticket: [{ subject: 'walrus question', details: 'walrus details' }],
    state: [{}, {}],
    visit: [{}],
    shown_answer: [{ comment: 'walrus comment' }],
  });

  const erased = await erasePerson(database, 'T-1001', { timeZone, turnsAreOver });
  expect(erased).toMatchObject({
    ...{ deleted: { state: 2 }, emptied: ['T-1001'] },
    elsewhere: [],
  });
  expect(files()).not.toContain('walrus');
  expect(files()).not.toContain('with webchat');
  expect(files()).toContain('penguin');
  expect(await exportPerson(database, 'walrus@contoso.example', { timeZone })).toBeUndefined();

  const after = await new ReportStore(database, new LedgerStore(database, 'Europe/Stockholm')).read(
    range,
  );
  expect({ ...after, comments: [] }).toEqual({ ...before, comments: [] });
  expect(after.comments.map(({ comment }) => comment)).toEqual(['penguin comment']);
});

it('knows nobody by a name that nobody has', async () => {
  expect(await exportPerson(database, 'nobody@contoso.example', { timeZone })).toBeUndefined();
  expect(await erasePerson(database, '', { timeZone })).toBeUndefined();
  expect(await erasePerson(database, '%', { timeZone })).toBeUndefined();
});
