import { Kysely } from 'kysely';
import { migrate } from '../../src/storage/migrate';
import { MIGRATIONS } from '../../src/storage/migrations/migrations';
import { openSqlite } from '../../src/storage/open-sqlite';
import type { Schema } from '../../src/storage/schema';
import { readLines, writeLines } from '../../src/storage/turn-lines';
import { describeEachDatabase } from '../support/postgres/each-database';

const FIRST = Date.parse('2026-05-01T12:00:00Z');
const at = (turn: number) => new Date(FIRST + turn * 1000);
const line = (text: string, turn = 0) =>
  ({ from: 'person', text, at: at(turn).toISOString() }) as const;

describeEachDatabase('lines of turns', (open) => {
  const openTalk = async (turns: number) => {
    const database = await open();
    for (let turn = 0; turn < turns; turn += 1)
      await writeLines(
        database,
        [{ conversation: 'a', turn, lines: [line(`${turn}`, turn)] }],
        at(turn),
      );
    const read = async (since: number) =>
      (await readLines(database, 'a', at(since).toISOString())).map(({ text }) => text);
    return { database, read };
  };

  it('come back oldest first, from an instant on', async () => {
    const { read } = await openTalk(12);
    expect(await read(9)).toEqual(['9', '10', '11']);
  });

  it('take the place of old ones, and of their own when a turn is run again', async () => {
    const { database, read } = await openTalk(50);
    const again = { conversation: 'a', turn: 49, lines: [line('again', 49)] };
    await writeLines(database, [again], at(49));
    const texts = await read(0);
    expect(texts).toHaveLength(40);
    expect([texts[0], texts.at(-1)]).toEqual(['10', 'again']);
  });
});

it('and open dialogs move out of the documents of earlier versions', async () => {
  const database = new Kysely<Schema>({ dialect: openSqlite('file::memory:') });
  const key = 'webchat/conversations/a/';
  await migrate(
    database,
    MIGRATIONS.filter(([name]) => name < '110'),
  );
  const transcript = [line('one'), line('two', 1)];
  const open = { dialogStack: [{ id: 'choice', state: {} }] };
  const dialogs = { dialogStack: [{ id: 'main', state: { dialogs: open }, version: '1' }] };
  const document = JSON.stringify({ conversation: { misses: 1, transcript }, dialogs });
  await database.insertInto('state').values({ key, document, etag: 'e', updated_at: '' }).execute();
  await migrate(database);
  expect(await readLines(database, key, '')).toEqual(transcript);
  const after = await database.selectFrom('state').select('document').executeTakeFirstOrThrow();
  expect(JSON.parse(after.document)).toEqual({
    conversation: { misses: 1, turns: 1 },
    dialogs: open,
  });
  await database.destroy();
});
