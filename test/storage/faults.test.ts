import { sql } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { call, visitorToken } from '../server/call';
import { startServer, type TestServer } from '../server/test-server';
import { findPostgres } from '../support/postgres/postgres-programs';
import { PostgresServer } from '../support/postgres/postgres-server';
import LibsqlDatabase from 'libsql';

/** A database that can be hindered from its work, and left to it again. */
interface Fault {
  readonly server: TestServer;
  readonly hinder: () => unknown;
  readonly mend: () => unknown;
}

const folder = mkdtempSync(join(tmpdir(), 'faults-'));
const servers: TestServer[] = [];
const postgres = new PostgresServer(join(tmpdir(), `faults-${process.pid}`));

async function start(databaseUrl: string): Promise<TestServer> {
  const server = await startServer({ databaseUrl });
  servers.push(server);
  return server;
}

/** No page can be added to the file, as on a full disk. */
async function full(): Promise<Fault> {
  const server = await start(`file:${join(folder, 'full.db')}`);
  const limit = (pages: number) =>
    sql.raw(`pragma max_page_count = ${pages}`).execute(server.database);
  return {
    server,
    hinder: async () => {
      await limit(1);
      // What is left of the last page is soon used up.
      for (let index = 0; index < 200 && (await isTaken(server)); index += 1);
    },
    mend: () => limit(1_000_000),
  };
}

/** Another process writes to the file, and takes its time. */
async function locked(): Promise<Fault> {
  const path = join(folder, 'locked.db');
  const server = await start(`file:${path}`);
  const other = new LibsqlDatabase(path);
  return {
    server,
    hinder: () => other.exec('begin immediate'),
    mend: () => other.exec('rollback'),
  };
}

/** The server is down. */
async function gone(): Promise<Fault> {
  await postgres.start();
  const server = await start(postgres.url('postgres'));
  return {
    server,
    hinder: () => postgres.stop(),
    mend: () => postgres.resume(),
  };
}

async function isTaken(server: TestServer): Promise<boolean> {
  const { conv, token } = chats.get(server) ?? { conv: '', token: '' };
  const body = { type: 'message', text: 'x'.repeat(900) };
  const path = `/v3/directline/conversations/${conv}/activities`;
  return (await call(server, path, { method: 'POST', token, body })).status === 200;
}

const chats = new Map<TestServer, { readonly conv: string; readonly token: string }>();

async function beginChat(server: TestServer): Promise<void> {
  const { conversationId: conv, token } = await visitorToken(server);
  await call(server, '/v3/directline/conversations', { method: 'POST', token, body: {} });
  chats.set(server, { conv, token });
}

afterAll(async () => {
  for (const server of servers) await server.close();
  postgres.remove();
  rmSync(folder, { recursive: true });
});

const faults = [
  ['SQLite that is full', true, full],
  ['SQLite that is locked', true, locked],
  ['PostgreSQL that is gone', findPostgres() !== undefined, gone],
] as const;

for (const [name, isThere, make] of faults)
  (isThere ? describe : describe.skip)(name, () => {
    it('is said to be so, without a 500 or an end, and is used again once it is back', async () => {
      const { server, hinder, mend } = await make();
      await beginChat(server);
      expect(await isTaken(server)).toBe(true);
      expect((await call(server, '/readyz')).status).toBe(200);
      await hinder();
      const { conv, token } = chats.get(server) ?? { conv: '', token: '' };
      const path = `/v3/directline/conversations/${conv}/activities`;
      const refused = await call(server, path, {
        ...{ method: 'POST', token, body: { type: 'message', text: 'x'.repeat(900) } },
      });
      expect(refused).toMatchObject({
        status: 503,
        body: {
          error: { code: 'Unavailable', message: expect.stringContaining('Try again') as string },
        },
      });
      expect(refused.headers.get('retry-after')).toBe('5');
      expect((await call(server, '/readyz')).status).toBe(503);
      expect((await call(server, '/healthz')).status).toBe(200);
      await mend();
      for (let waited = 0; waited < 1000 && !(await isTaken(server)); waited += 1) await wait(50);
      expect(await isTaken(server)).toBe(true);
      expect((await call(server, '/readyz')).status).toBe(200);
    });
  });
