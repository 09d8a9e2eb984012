import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type Dialect,
  type TableMetadata,
} from 'kysely';
import { migrate } from '../../src/storage/migrate';
import { MIGRATIONS } from '../../src/storage/migrations/migrations';
import { openPostgres } from '../../src/storage/open-postgres';
import { openSqlite } from '../../src/storage/open-sqlite';
import type { Database } from '../../src/storage/database';
import type { Schema } from '../../src/storage/schema';
import { isPostgresInstalled, newPostgresUrl } from '../support/postgres/each-database';

type Row = Readonly<Record<string, unknown>>;

async function tablesOf(database: Database) {
  const tables = await database.introspection.getTables();
  return tables.filter(({ name }) => name !== 'migration');
}

/** Tables and columns with their types: what two databases of the same schema have in common. */
async function describeSchema(database: Database): Promise<readonly string[]> {
  const columns = (await tablesOf(database)).flatMap(({ name, columns }) =>
    columns.map((column) => `${name}.${column.name} ${column.dataType} ${column.isNullable}`),
  );
  return columns.sort();
}

/** Puts a row into each table, with a value in each column; parents come before those who refer to them. */
async function fill(database: Database): Promise<void> {
  let waiting = await tablesOf(database);
  while (waiting.length > 0) {
    const refused: TableMetadata[] = [];
    for (const table of waiting) {
      const names = sql.join(table.columns.map(({ name }) => sql.ref(name)));
      const values = sql.join(
        table.columns.map(({ dataType }) => (/int/i.test(dataType) ? 7 : '7')),
      );
      const insert = sql`insert into ${sql.table(table.name)} (${names}) values (${values})`;
      await insert.execute(database).catch(() => refused.push(table));
    }
    if (refused.length === waiting.length) throw new Error('A table takes no row.');
    waiting = refused;
  }
}

async function rowsOf(database: Database): Promise<Readonly<Record<string, readonly Row[]>>> {
  const rows: Record<string, readonly Row[]> = {};
  for (const { name } of await tablesOf(database))
    rows[name] = (await sql<Row>`select * from ${sql.table(name)}`.execute(database)).rows;
  return rows;
}

const kinds: readonly (readonly [
  name: string,
  isThere: boolean,
  dialect: () => Promise<Dialect>,
])[] = [
  ['SQLite', true, () => Promise.resolve(openSqlite('file::memory:'))],
  ['PostgreSQL', isPostgresInstalled, async () => openPostgres(await newPostgresUrl())],
];

for (const [kind, isThere, newDialect] of kinds)
  (isThere ? describe : describe.skip)(`migrations on ${kind}`, () => {
    const opened: Database[] = [];
    const open = async () => {
      const database = new Kysely<Schema>({ dialect: await newDialect() });
      opened.push(database);
      return database;
    };
    let current: readonly string[];
    beforeAll(async () => {
      const database = await open();
      await migrate(database);
      current = await describeSchema(database);
    });
    afterAll(async () => {
      await Promise.all(opened.map((database) => database.destroy()));
    });

    it.each(MIGRATIONS.map(([name], index) => [name, index + 1] as const))(
      'bring a database of %s up to date and keep all of its rows',
      async (_, count) => {
        const database = await open();
        await migrate(database, MIGRATIONS.slice(0, count));
        await fill(database);
        const before = await rowsOf(database);
        await migrate(database);
        expect(await describeSchema(database)).toEqual(current);
        const after = await rowsOf(database);
        for (const [table, rows] of Object.entries(before))
          expect(after[table]).toMatchObject(rows);
      },
    );

    it('run once when several instances start together', async () => {
      const database = await open();
      await Promise.all([migrate(database), migrate(database), migrate(database)]);
      expect(await describeSchema(database)).toEqual(current);
    });

    it('leave nothing behind when one fails', async () => {
      const database = await open();
      const failing = [...MIGRATIONS, ['999-bad', () => Promise.reject(new Error('bad'))] as const];
      await expect(migrate(database, failing)).rejects.toThrow('bad');
      expect(await database.introspection.getTables()).toEqual([]);
    });

    it('refuse a database that a newer version has written', async () => {
      const database = await open();
      await migrate(database, [...MIGRATIONS, ['999-newer', () => Promise.resolve()]]);
      await expect(migrate(database)).rejects.toThrow('999-newer');
    });
  });

it.each(MIGRATIONS)('%s is what it was when it first ran somewhere', async (_, up) => {
  const statements: string[] = [];
  const database = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    log: ({ query }) => void statements.push(query.sql),
  });
  await up(database);
  expect(statements).toMatchSnapshot();
});
