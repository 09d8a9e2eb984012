import { mkdtempSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as soon } from 'node:timers/promises';
import LibsqlDatabase from 'libsql';
import { Kysely, sql } from 'kysely';
import { openSqlite } from '../../src/storage/open-sqlite';
import { WalFile } from '../../src/storage/sqlite/wal-file';

interface Schema {
  readonly word: { readonly id: number; readonly text: string };
}

const file = join(mkdtempSync(join(tmpdir(), 'group-commit-')), 'words.db');
const commits = jest.spyOn(LibsqlDatabase.prototype, 'exec');

function commitCount(): number {
  return commits.mock.calls.filter(([statement]) => statement === 'commit').length;
}

/** Another connection: sees only what is committed. */
function committed(path = file): number {
  const other = new LibsqlDatabase(path);
  const { count } = other.prepare('select count(*) as count from word').get([]) as {
    count: number;
  };
  other.close();
  return count;
}

describe('writes of the same moment', () => {
  let database: Kysely<Schema>;
  const write = (id: number, into: Kysely<Schema> = database) =>
    into
      .insertInto('word')
      .values({ id, text: `word ${id}` })
      .execute();

  beforeAll(async () => {
    database = new Kysely<Schema>({ dialect: openSqlite(`file:${file}`) });
    await sql`create table word (id integer primary key, text text not null)`.execute(database);
  });
  beforeEach(async () => {
    await database.deleteFrom('word').execute();
    commits.mockClear();
  });
  afterAll(() => database.destroy());

  it('share one commit, and are on disk when they are acknowledged', async () => {
    await Promise.all(
      Array.from({ length: 50 }, async (_, id) => {
        if (id % 2 === 0) await write(id);
        else await database.transaction().execute((transaction) => write(id, transaction));
        expect(committed()).toBe(50);
      }),
    );
    expect(commitCount()).toBe(1);
  });

  it('are neither acknowledged nor read before the disk has them', async () => {
    let release: () => void = () => undefined;
    const disk = new Promise<void>((resolve) => (release = resolve));
    const sync = jest.spyOn(WalFile.prototype, 'sync').mockReturnValueOnce(disk);
    const seen: string[] = [];
    const writing = write(1).then(() => seen.push('acknowledged'));
    while (sync.mock.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const reading = database.selectFrom('word').selectAll().execute();
    const read = reading.then((rows) => seen.push(`read ${rows.length}`));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(committed()).toBe(1);
    expect(seen).toEqual([]);
    release();
    await Promise.all([writing, read]);
    expect(seen).toEqual(['acknowledged', 'read 1']);
    sync.mockRestore();
  });

  it('fail when the disk may not have them', async () => {
    const sync = jest.spyOn(WalFile.prototype, 'sync').mockRejectedValueOnce(new Error('EIO'));
    await expect(write(1)).rejects.toThrow('EIO');
    await expect(database.selectFrom('word').select('id').execute()).resolves.toHaveLength(1);
    await write(2);
    sync.mockRestore();
  });

  it('share the commit after the one that the disk is busy with', async () => {
    const handle = await open(file);
    const datasync = jest.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'datasync');
    await handle.close();
    let release: () => void = () => undefined;
    datasync.mockReturnValueOnce(new Promise((resolve) => (release = resolve)));
    const first = write(1);
    while (datasync.mock.calls.length === 0) await soon();
    const others: Promise<unknown>[] = [];
    for (const id of [2, 3]) {
      others.push(write(id));
      for (let round = 0; round < 5; round += 1) await soon();
    }
    const countMeanwhile = commitCount();
    release();
    await Promise.all([first, ...others]);
    expect([countMeanwhile, commitCount()]).toEqual([1, 2]);
    datasync.mockRestore();
  });

  it('are kept though a transaction of another is rolled back, on a connection that somebody keeps', async () => {
    let regret: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (regret = resolve));
    const kept = database.connection().execute(async (connection) => {
      await write(1, connection);
      const other = database.transaction().execute(async (transaction) => {
        await write(2, transaction);
        await held;
        throw new RangeError('changed my mind');
      });
      for (let round = 0; round < 5; round += 1) await soon();
      const second = write(3, connection);
      for (let round = 0; round < 5; round += 1) await soon();
      regret();
      await expect(other).rejects.toThrow('changed my mind');
      await second;
    });
    await kept;
    const rows = await database.selectFrom('word').select('id').orderBy('id').execute();
    expect(rows).toEqual([{ id: 1 }, { id: 3 }]);
  });

  it('are rolled back one by one', async () => {
    const results = await Promise.allSettled([
      write(1),
      database.transaction().execute(async (transaction) => {
        await write(2, transaction);
        throw new RangeError('changed my mind');
      }),
      database.transaction().execute((transaction) => write(3, transaction)),
      write(1),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ]);
    const rows = await database.selectFrom('word').select('id').orderBy('id').execute();
    expect(rows.map(({ id }) => id)).toEqual([1, 3]);
    expect(committed()).toBe(2);
  });

  it('are rolled back where a transaction comes first, and what waited for it is kept', async () => {
    const results = await Promise.allSettled([
      database.transaction().execute(async (transaction) => {
        await write(1, transaction);
        throw new RangeError('changed my mind');
      }),
      write(2),
      database.transaction().execute((transaction) => write(3, transaction)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    const rows = await database.selectFrom('word').select('id').orderBy('id').execute();
    expect(rows.map(({ id }) => id)).toEqual([2, 3]);
    expect(committed()).toBe(2);
  });

  it('are not taken for kept by a transaction that overlooks that all was rolled back', async () => {
    const careless = database.transaction().execute(async (transaction) => {
      await write(1, transaction);
      await sql`insert or rollback into word values (1, 'again')`
        .execute(transaction)
        .catch(() => undefined);
    });
    await expect(careless).rejects.toThrow('rolled back');
    await write(2);
    expect(committed()).toBe(1);
  });

  it('are not read by others before they are on disk', async () => {
    const writing = write(1);
    const [row] = await database.selectFrom('word').selectAll().execute();
    expect(row).toEqual({ id: 1, text: 'word 1' });
    expect(committed()).toBe(1);
    await writing;
  });

  it('wait for a transaction that takes its time', async () => {
    const slow = database.transaction().execute(async (transaction) => {
      await write(1, transaction);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(committed()).toBe(0);
      await write(2, transaction);
    });
    await Promise.all([slow, write(3)]);
    expect(committed()).toBe(3);
  });

  it('are finished before the file is closed', async () => {
    const path = `${file}-closed`;
    const closing = new Kysely<Schema>({ dialect: openSqlite(`file:${path}`) });
    await sql`create table word (id integer primary key, text text not null)`.execute(closing);
    commits.mockClear();
    const writing = write(1, closing);
    // Before the round of the event loop in which it is committed.
    for (let step = 0; step < 100 && commits.mock.calls.length === 0; step += 1)
      await Promise.resolve();
    expect(commits.mock.calls).toEqual([['begin immediate']]);
    await closing.destroy();
    await writing;
    expect(committed(path)).toBe(1);
  });

  it('all fail when the disk refuses them, and the next ones succeed', async () => {
    commits.mockImplementation(function (this: LibsqlDatabase.Database, statement) {
      if (statement === 'commit') throw new Error('disk I/O error');
      this.prepare(statement).run([]);
      return this;
    });
    const results = await Promise.allSettled([write(1), write(2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    commits.mockRestore();
    await write(3);
    expect(committed()).toBe(1);
  });

  it('are seen by a change of the schema', async () => {
    const writing = write(1);
    await sql`alter table word add column note text`.execute(database);
    await writing;
    expect(await database.selectFrom('word').selectAll().execute()).toEqual([
      { id: 1, text: 'word 1', note: null },
    ]);
  });

  it('are no hindrance to a checkpoint', async () => {
    const writing = write(1);
    const { rows } = await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(database);
    expect(rows).toMatchObject([{ busy: 0 }]);
    await writing;
  });

  it('are like a change of the schema, which is acknowledged when the disk has it', async () => {
    const sync = jest.spyOn(WalFile.prototype, 'sync').mockRejectedValueOnce(new Error('EIO'));
    const change = sql`create table other (id integer)`.execute(database);
    await expect(change).rejects.toThrow('EIO');
    sync.mockRestore();
  });
});
