import { mkdtempSync, rmSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import fc from 'fast-check';
import LibsqlDatabase from 'libsql';
import { Kysely, sql } from 'kysely';
import { openSqlite } from '../../src/storage/open-sqlite';
import { expectAlways } from '../support/expect-always';
import { FailingDisk } from './failing-disk';

interface Schema {
  readonly word: { readonly id: number; readonly text: string };
}
type Words = Kysely<Schema>;

/** More are tried with PROPERTY_FACTOR. */
const RUNS = 12;
const TEXT = 'word '.repeat(200);
const folder = mkdtempSync(join(tmpdir(), 'power-cuts-'));
// eslint-disable-next-line @typescript-eslint/unbound-method -- called on the database that its spy is called on
const { exec } = LibsqlDatabase.prototype;
let file: Pick<files.FileHandle, 'datasync'>;
let count = 0;

beforeAll(async () => {
  const handle = await files.open(join(folder, 'any'), 'w');
  file = Object.getPrototypeOf(handle) as typeof file;
  await handle.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What somebody does, after how many rounds of the event loop, and what each use of the disk comes to meanwhile. */
const step = fc.record({
  does: fc.constantFrom('write', 'both', 'read', 'regret', 'goOn'),
  pause: fc.nat({ max: 3 }),
});
const story = fc.record({
  steps: fc.array(step, { minLength: 5, maxLength: 40 }),
  flushes: fc.array(fc.record({ succeeds: fc.boolean(), rounds: fc.nat({ max: 3 }) }), {
    ...{ minLength: 3, maxLength: 12 },
  }),
  refusals: fc.array(fc.nat({ max: 30 }), { maxLength: 4 }),
});

type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

const write = (words: Words, id: number) =>
  words.insertInto('word').values({ id, text: TEXT }).execute();

/** Each gives the ids that it is told are there. */
const doings = {
  write: async (words: Words, id: number) => {
    await write(words, id);
    return [id];
  },
  both: (words: Words, id: number) =>
    words.transaction().execute(async (transaction) => {
      await write(transaction, id);
      await soon();
      await write(transaction, id + 1);
      return [id, id + 1];
    }),
  regret: (words: Words, id: number) =>
    words.transaction().execute(async (transaction): Promise<number[]> => {
      await write(transaction, id);
      throw new RangeError('changed my mind');
    }),
  /** Overlooks that its first statement failed. */
  goOn: (words: Words, id: number) =>
    words.transaction().execute(async (transaction) => {
      await sql`insert or rollback into word values (0, 'again')`
        .execute(transaction)
        .catch(() => undefined);
      await write(transaction, id);
      return [id];
    }),
  read: async (words: Words) => {
    const rows = await words.selectFrom('word').select('id').execute();
    return rows.map(({ id }) => id);
  },
};

/** Lets the disk do as told, and the n-th of all statements that begin or end a transaction fail. */
function hinder(disk: FailingDisk, { flushes, refusals }: Story): void {
  const left = [...flushes];
  jest.spyOn(file, 'datasync').mockImplementation(async () => {
    const { succeeds, rounds } = left.shift() ?? { succeeds: true, rounds: 0 };
    for (let round = 0; round < rounds; round += 1) await soon();
    disk.flush(succeeds);
    if (!succeeds) throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' });
  });
  let uses = 0;
  jest.spyOn(LibsqlDatabase.prototype, 'exec').mockImplementation(function (
    this: LibsqlDatabase.Database,
    statement,
  ) {
    if (/^(begin|commit)/.test(statement) && refusals.includes((uses += 1)))
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' });
    return exec.call(this, statement);
  });
}

async function open(path: string): Promise<Words> {
  const words: Words = new Kysely<Schema>({ dialect: openSqlite(`file:${path}`) });
  await sql`create table word (id integer primary key, text text not null)`.execute(words);
  await write(words, 0);
  await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(words);
  return words;
}

/** Does all steps at their time; rejects when something is acknowledged or given out that a power cut would take. */
async function live(words: Words, disk: FailingDisk, { steps }: Story): Promise<void> {
  const doing: Promise<void>[] = [];
  for (const [index, { does, pause }] of steps.entries()) {
    const check = doings[does](words, 10 * (index + 1)).then(
      (ids) => expect([...disk.ids()]).toEqual(expect.arrayContaining([...ids])),
      (error: unknown) => expect(String(error)).toMatch(/mind|EIO|disk I|rolled back|UNIQUE/),
    );
    doing.push(check);
    for (let round = 0; round < pause; round += 1) await soon();
  }
  await Promise.all(doing);
}

it('a power cut at any moment takes nothing that was acknowledged or given out', async () => {
  await expectAlways(
    fc.asyncProperty(story, async (told) => {
      const path = join(folder, `${(count += 1)}.db`);
      const words = await open(path);
      const disk = new FailingDisk(path);
      try {
        hinder(disk, told);
        await live(words, disk, told);
      } finally {
        jest.restoreAllMocks();
      }
      await write(words, 5);
      const takenBack = told.steps.flatMap(({ does }, index) =>
        does === 'regret' || does === 'goOn' ? [10 * (index + 1)] : [],
      );
      const kept = await doings.read(words);
      expect(kept).toContain(5);
      expect(kept.filter((id) => takenBack.includes(id))).toEqual([]);
      await words.destroy();
    }),
    RUNS,
  );
});
