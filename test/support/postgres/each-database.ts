import { sql } from 'kysely';
import { Client } from 'pg';
import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '../../../src/storage/database';
import { openMemory } from '../open-memory';
import { findPostgres } from './postgres-programs';
import { sharedServer } from './postgres-server';

export const isPostgresInstalled = findPostgres() !== undefined;

/** Address of a new, empty PostgreSQL database. */
export async function newPostgresUrl(): Promise<string> {
  const server = sharedServer();
  await server.start();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.url(name);
}

/** A kind of database that tests run on. */
interface Kind {
  readonly name: string;
  readonly isThere: boolean;
  /** Each statement then travels to another process: tests with very many do fewer. */
  readonly isServer: boolean;
  readonly open: () => Promise<Database>;
  /** Empties a database for the next test, where that is faster than a new one. */
  readonly empty?: (database: Database) => Promise<unknown>;
}

const KINDS: readonly Kind[] = [
  {
    name: 'SQLite',
    isThere: true,
    isServer: false,
    open: openMemory,
  },
  {
    name: isPostgresInstalled ? 'PostgreSQL' : 'PostgreSQL, which is not installed here',
    isThere: isPostgresInstalled,
    isServer: true,
    open: async () => openDatabase(await newPostgresUrl()),
    async empty(database) {
      const tables = await database.introspection.getTables();
      const names = tables.map(({ name }) => name).filter((name) => name !== 'migration');
      await sql`truncate ${sql.join(names.map((name) => sql.table(name)))}`.execute(database);
    },
  },
];

/** Gives an empty database with the current schema; it is let go of after the test. */
export type OpenDatabase = () => Promise<Database>;

/** Runs a suite on each kind of database; says so where PostgreSQL isn't installed and its half is skipped. */
export function describeEachDatabase(
  name: string,
  suite: (open: OpenDatabase, kind: { readonly isServer: boolean }) => void,
): void {
  for (const kind of KINDS)
    (kind.isThere ? describe : describe.skip)(`${name} (${kind.name})`, () => {
      const free: Database[] = [];
      const used: Database[] = [];
      afterEach(async () => {
        for (const database of used.splice(0)) {
          await (kind.empty ?? ((one) => one.destroy()))(database);
          if (kind.empty !== undefined) free.push(database);
        }
      });
      afterAll(async () => {
        for (const database of free) await database.destroy();
      });
      suite(async () => {
        const database = free.pop() ?? (await kind.open());
        used.push(database);
        return database;
      }, kind);
    });
}
