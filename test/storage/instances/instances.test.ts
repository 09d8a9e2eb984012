import { once, EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { Client } from 'pg';
import { createApp } from '../../../src/app';
import { loadConfig } from '../../../src/config';
import type { Instances } from '../../../src/core/instances';
import { openDatabase, type Database } from '../../../src/storage/database';
import { LocalInstances } from '../../../src/storage/instances/local-instances';
import { claimDatabase } from '../../../src/storage/instances/open-instances';
import { PostgresInstances } from '../../../src/storage/instances/postgres-instances';
import { migrate } from '../../../src/storage/migrate';
import { MIGRATIONS } from '../../../src/storage/migrations/migrations';
import { openSqlite } from '../../../src/storage/open-sqlite';
import type { Schema } from '../../../src/storage/schema';
import { silentLog } from '../../server/test-server';
import { fakeRecognizer } from '../../support/fake-recognizer';
import { isPostgresInstalled, newPostgresUrl } from '../../support/postgres/each-database';
import { instancesContract } from './instances.contract';

describe('instances on SQLite', () => {
  const alone = new LocalInstances();
  instancesContract(() => [alone, alone]);

  it('refuse a file from which another process serves, and say what to do', () => {
    const url = `file:${join(mkdtempSync(join(tmpdir(), 'claim-')), 'new', 'bot.db')}`;
    const release = claimDatabase(url);
    expect(() => claimDatabase(url)).toThrow(/PostgreSQL/);
    release();
    claimDatabase(url)();
  });

  it('leave a file alone from which another process serves, of however old a version', async () => {
    const url = `file:${join(mkdtempSync(join(tmpdir(), 'claim-')), 'bot.db')}`;
    const release = claimDatabase(url);
    const other = new Kysely<Schema>({ dialect: openSqlite(url) });
    await migrate(other, MIGRATIONS.slice(0, -1));
    await expect(
      createApp(loadConfig({ DATABASE_URL: url }), { recognizer: fakeRecognizer({}) }),
    ).rejects.toThrow(/Another process serves/);
    const done = await other.selectFrom('migration').select('name').execute();
    expect(done).toHaveLength(MIGRATIONS.length - 1);
    await other.destroy();
    release();
  });
});

(isPostgresInstalled ? describe : describe.skip)('instances on PostgreSQL', () => {
  let url: string;
  let database: Database;
  const opened: PostgresInstances[] = [];
  const open = async (instance: number, over = database) => {
    const instances = new PostgresInstances({ url, database: over, instance, log: silentLog });
    await instances.open();
    opened.push(instances);
    return instances;
  };
  let both: readonly [Instances, Instances];
  beforeAll(async () => {
    url = await newPostgresUrl();
    database = await openDatabase(url);
    both = await Promise.all([open(1), open(2)]);
  });
  afterAll(async () => {
    await Promise.all(opened.map((instances) => instances.close()));
    await database.destroy();
  });
  /** Ends the connection by which an instance shows that it lives, as if its machine were gone. */
  const cutOff = async (instance: number) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = $1
       and database = (select oid from pg_database where datname = current_database())`,
      [instance],
    );
    await client.end();
  };

  instancesContract(
    () => both,
    async (key) => {
      const { rows } = await sql<{ count: number }>`
        select cardinality(tickets) as count from turn_queue where key = ${key}`.execute(database);
      return rows[0]?.count ?? 0;
    },
  );

  /** What an instance hears, in order, and when it hears next. */
  const ear = (instances: Instances) => {
    const heard: string[] = [];
    const news = new EventEmitter();
    const told = (message: string) => {
      heard.push(message);
      news.emit('news');
    };
    const stop = instances.hear('news', { told, missed: () => undefined });
    return { heard, stop, next: () => once(news, 'news') };
  };

  it('hear what others tell, and not themselves', async () => {
    const [here, there] = both;
    const [atHome, abroad] = [ear(here), ear(there)];
    const reply = atHome.next();
    const arrival = abroad.next();
    here.tell('other news', 'x');
    here.tell('news', 'x'.repeat(9000));
    here.tell('news', 'å "quoted"');
    await arrival;
    there.tell('news', 'reply');
    await reply;
    expect([atHome.heard, abroad.heard]).toEqual([['reply'], ['å "quoted"']]);
    atHome.stop();
    abroad.stop();
  });

  it('hear nothing more once they have stopped', async () => {
    const [here, there] = both;
    const [left, stays] = [ear(there), ear(there)];
    left.stop();
    const arrival = stays.next();
    here.tell('news', 'late');
    await arrival;
    expect([left.heard, stays.heard]).toEqual([[], ['late']]);
    stays.stop();
  });

  it('bear what another version tells, which their listeners may stumble over', async () => {
    const [here, there] = both;
    const heard = new EventEmitter();
    const stop = [
      there.hear('odd news', { told: () => void JSON.parse('{'), missed: () => undefined }),
      there.hear('odd news', {
        told: (message) => void heard.emit('news', message),
        missed: () => undefined,
      }),
    ];
    here.tell('odd news', 'first');
    expect(await once(heard, 'news')).toEqual(['first']);
    for (const one of stop) one();
  });

  it('leave nothing in the queues of those that have died where nobody comes any more', async () => {
    const waiting = both[0].inTurn('in use', async () => {
      await sql`insert into turn_queue values ('abandoned', array['998/1', '999/7'])`.execute(
        database,
      );
      await open(5);
      const { rows } = await sql<{ key: string }>`
        select key from turn_queue where key in ('abandoned', 'in use')`.execute(database);
      return rows.map(({ key }) => key);
    });
    expect(await waiting).toEqual(['in use']);
  });

  it('go on where one was that has died', async () => {
    const dying = await open(3);
    const stuck = dying.inTurn('key', () => new Promise<void>(() => undefined));
    await dying.inTurn('another key', () => Promise.resolve());
    const next = both[0].inTurn('key', () => Promise.resolve('next'));
    await dying.close();
    expect(await next).toBe('next');
    expect(stuck).toBeInstanceOf(Promise);
  });

  it('leave a queue later where they could not at once', async () => {
    const impatient = await openDatabase(`${url}&lock_timeout=50`);
    const leaving = await open(6, impatient);
    const client = new Client({ connectionString: url });
    await client.connect();
    await leaving.inTurn('locked', async () => {
      await client.query('begin');
      await client.query("select from turn_queue where key = 'locked' for update");
    });
    await client.query('commit');
    expect(await both[0].inTurn('locked', () => Promise.resolve('next'))).toBe('next');
    await client.end();
    await leaving.close();
    await impatient.destroy();
  });

  it('connect again by themselves, and look for what they have missed', async () => {
    const instances = await open(4);
    const missed = new Promise<void>((resolve) => {
      instances.hear('news', { told: () => undefined, missed: resolve });
    });
    await cutOff(4);
    await missed;
    expect(await instances.runsOnOne('its job', () => Promise.resolve())).toBe(true);
    expect(await instances.inTurn('its key', () => Promise.resolve(1))).toBe(1);
  });
});
