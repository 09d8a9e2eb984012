import { sql } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createApp, type App } from '../src/app';
import { loadConfig } from '../src/config';
import { openDatabase } from '../src/storage/database';
import { HASH, PASSWORD } from './support-page/support-password';
import { SupportBrowser } from './support-page/support-browser';
import { startConnector, type FakeConnector } from './support/bot-service/fake-connector';
import { translator } from './support/content';
import { fakeRecognizer } from './support/fake-recognizer';
import { findPostgres } from './support/postgres/postgres-programs';
import { PostgresServer } from './support/postgres/postgres-server';

const SWEDISH = 'Kan vi dela upp en token?';
const VAGUE = 'ok '.repeat(300);
const part = { decision: 'answer', text: SWEDISH, entities: [] } as const;
const intents = [{ intent: 'tokens.split', score: 0.99 }];
const recognizer = fakeRecognizer({
  [SWEDISH]: { language: 'sv', parts: [{ ...part, intents }] },
});
const folder = mkdtempSync(join(tmpdir(), 'outages-'));
const postgres = new PostgresServer(join(tmpdir(), `bot-outages-${process.pid}`));

/** The whole bot on a database that can be hindered from its work, and left to it again. */
interface Outage {
  readonly app: App;
  readonly hinder: () => unknown;
  readonly mend: () => unknown;
}

function start(databaseUrl: string, overrides: Parameters<typeof createApp>[1] = {}) {
  const settings = { PORT: '0', LOG_LEVEL: 'silent', SUPPORT_PASSWORD_HASH: HASH };
  const config = loadConfig({ ...settings, DATABASE_URL: databaseUrl });
  return createApp(config, { recognizer, ...overrides });
}

/** The disk is full, or the file can't be written to: said by SQLite itself. */
async function onSqlite(name: string, hindered: string, mended: string): Promise<Outage> {
  const url = `file:${join(folder, `${name}.db`)}`;
  const database = await openDatabase(url);
  const pragma = (setting: string) => sql.raw(`pragma ${setting}`).execute(database);
  return {
    app: await start(url, { database }),
    hinder: () => pragma(hindered),
    mend: () => pragma(mended),
  };
}

async function gone(): Promise<Outage> {
  await postgres.start();
  return {
    app: await start(postgres.url('postgres')),
    hinder: () => postgres.stop(),
    mend: () => postgres.resume(),
  };
}

const outages = [
  ['full', true, () => onSqlite('full', 'max_page_count = 1', 'max_page_count = 1000000')],
  ['read-only', true, () => onSqlite('read-only', 'query_only = 1', 'query_only = 0')],
  ['gone', findPostgres() !== undefined, gone],
] as const;

afterAll(() => {
  postgres.remove();
  rmSync(folder, { recursive: true });
});

for (const [name, isThere, make] of outages)
  (isThere ? describe : describe.skip)(`while the database is ${name}`, () => {
    let outage: Outage;
    let url: string;
    let connector: FakeConnector;
    let browser: SupportBrowser;
    let count = 0;
    beforeAll(async () => {
      outage = await make();
      url = (await outage.app.listen()).replace('localhost', '127.0.0.1');
      connector = await startConnector();
      browser = new SupportBrowser(url);
      await browser.signIn(PASSWORD);
    });
    afterAll(async () => {
      await outage.app.close();
      await connector.close();
    });

    /** Writes in Teams, whose client is in English; gives what is shown for it. */
    async function write(text: string, person = 'anna'): Promise<readonly string[]> {
      const before = connector.shown.size;
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          ...{ type: 'message', id: `${name}-${(count += 1)}`, text, channelId: 'msteams' },
          ...{ serviceUrl: connector.url, locale: 'en-GB', recipient: { id: '28:bot' } },
          conversation: { id: `a:${person}`, conversationType: 'personal', tenantId: 'tenant' },
          from: { id: `29:${person}`, aadObjectId: person },
        }),
      });
      expect(response.status).toBe(200);
      return [...connector.shown.values()].slice(before).map((shown) => shown.text ?? '');
    }

    it('people are told so in their language, supporters on a page, and all goes on afterwards', async () => {
      const { formKey } = await browser.page('/support/people');
      expect(await write(SWEDISH)).not.toEqual([]);
      await outage.hinder();
      try {
        // Where the database can still be read, the answer has gone out before it can't be kept.
        const key = name === 'gone' ? 'error.turn' : 'error.afterReply';
        const sorry = translator.in('sv')(key);
        // What is left of the last pages of a full database is soon used up.
        for (let left = 50; left > 0 && !(await write(SWEDISH)).includes(sorry); left -= 1);
        expect(await write(SWEDISH, 'bea')).toContain(sorry);
        expect(await write(VAGUE)).toContain(sorry);
        expect(await write(VAGUE, 'cid')).toContain(translator.in('en')(key));
        const shown = [
          await browser.post('/support/people', { formKey, action: 'export' }),
          await browser.signIn(PASSWORD),
        ];
        for (const answer of shown) {
          expect([200, 303, 503]).toContain(answer.status);
          if (answer.status !== 503) continue;
          expect(answer.headers.get('content-type')).toMatch('text/html');
          expect(answer.headers.get('retry-after')).toBe('5');
          expect(await answer.text()).not.toMatch(/SQLITE|ECONN|at .*\.js/);
        }
        // A session still fits into the last page of a full database.
        const statuses = shown.map(({ status }) => status);
        expect([...statuses, name === 'full' ? 503 : 0]).toContain(503);
        const metrics = await fetch(`${url}/metrics`);
        expect([metrics.status, await metrics.text()]).toEqual([
          200,
          expect.stringContaining('bot_outbox_jobs'),
        ]);
        expect((await fetch(`${url}/readyz`)).status).toBe(503);
      } finally {
        await outage.mend();
      }
      for (let waited = 0; waited < 1000; waited += 1) {
        if ((await fetch(`${url}/readyz`)).status === 200) break;
        await wait(50);
      }
      const answer = await write(SWEDISH);
      expect(answer).not.toEqual([]);
      expect(answer).not.toContain(translator.in('sv')('error.turn'));
      expect(answer).not.toContain(translator.in('sv')('error.afterReply'));
      expect((await browser.page('/support')).status).toBe(200);
    });
  });
