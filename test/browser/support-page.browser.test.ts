import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildDraft } from '../support-desk/ticket-desk';
import { ChangeStore } from '../../src/support/learning/change-store';
import { HASH, PASSWORD } from '../support-page/support-password';
import { root, startSupport, type SupportServer } from '../support-page/support-server';
import { launchBrowser } from './browser';
import { seriousFindings } from './use-browser';

const DAY = '2026-05-19';
const PATHS = [
  '/support',
  '/support/tickets',
  '/support/tickets/T-1001',
  '/support/content/keys.more',
  '/support/people?name=T-1001',
  '/support/unanswered?language=en',
  '/support/unanswered/changes',
  '/support/unanswered/changes/tried',
];

/** A question that waits, and a lesson that was tried. */
async function teach({ database, clock, desk }: SupportServer): Promise<void> {
  const text = 'our serial is used up';
  await desk.unanswered.put({
    ...{ id: 'q', at: clock.now().toISOString(), conversation: 'c', person: 'p', text },
    ...{ channel: 'webchat', language: 'en', reason: 'missed', contentVersion: 'v1' },
    candidates: [{ intent: 'keys.more', score: 0.4 }],
  });
  const changes = new ChangeStore(database, clock.now);
  const lesson = { language: 'en', entry: 'keys.more', utterances: ['our serial is all used up'] };
  await changes.begin('tried', lesson, 'kim');
  const counts = { language: 'en', lines: 371, right: 366, wrong: 0, asked: 3, refused: 2 };
  const before = { intent: 'keys.required', score: 0.5, decision: 'clarify' } as const;
  const line = { language: 'en', text: 'more keys', entry: 'keys.more' };
  await changes.move('tried', {
    ...{ from: 'trying', to: 'ready', by: 'bot' },
    trial: {
      known: {
        lines: 10_122,
        gains: [{ ...line, before: 'none', after: 'keys.more' }],
        losses: [],
      },
      retrained: {
        version: 'version-1',
        heldOut: { before: [counts], after: [counts], gains: [], losses: [] },
        taught: [{ text, before, after: { ...before, intent: 'keys.more', decision: 'answer' } }],
      },
      seconds: 14,
    },
  });
}

let server: SupportServer;
let browser: Browser;
beforeAll(async () => {
  server = await startSupport(
    { SUPPORT_PASSWORD_HASH: HASH },
    { webFolder: join(root, 'dist', 'web') },
  );
  await server.desk.ticketStore.save(buildDraft());
  await server.desk.tickets.add('person-1', 1001, { key: 'added', text: 'It is 2019.' });
  const at = `${DAY}T08:00:00.000Z`;
  const shared = {
    ...{ conversation: 'chat-1', channel: 'webchat', language: 'en', day: DAY },
    ...{ outcome: 'confirmed', settled_at: at },
  };
  await server.database
    .insertInto('visit')
    .values({
      ...{ ...shared, id: 'visit-1', person: 'person-1', verdict: 'confirmed', asked: '[]' },
      ...{ started_at: at, last_at: at, closes_at: at, taken_back_at: null },
    })
    .execute();
  await teach(server);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Signs in with the keyboard alone; whatever the browser complains about is noted. */
async function signIn(locale: string, options: { readonly scripts?: boolean } = {}) {
  const context = await browser.newContext({
    ...{ locale, viewport: { width: 390, height: 800 } },
    javaScriptEnabled: options.scripts ?? true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${server.url}/support`);
  await page.locator('#password:focus').waitFor();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.key-figures').waitFor();
  return { page, complaints, close: () => context.close() };
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}

describe.each([
  ['en-GB', 'Overview'],
  ['sv-SE', 'Översikt'],
])('the support page in %s', (locale, heading) => {
  it('is accessible, fits a phone, and gives the browser nothing to complain about', async () => {
    const { page, complaints, close } = await signIn(locale);
    expect(await page.locator('h1').innerText()).toBe(heading);
    await page.goto(`${server.url}/support/unanswered?language=en`);
    const cluster = await page.locator('a[href*="/cluster/"]').first().getAttribute('href');
    for (const path of [...PATHS, cluster ?? '']) {
      await page.goto(server.url + path);
      expect({ path, found: await seriousFindings(page) }).toEqual({ path, found: [] });
      expect({ path, overflow: await overflow(page) }).toEqual({ path, overflow: 0 });
    }
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the charts', () => {
  it('are drawn from the tables, and left out where no scripts run', async () => {
    const { page, close } = await signIn('en-GB');
    await page.locator('[data-table="by-day"] canvas').waitFor();
    await close();
    const plain = await signIn('en-GB', { scripts: false });
    expect(await plain.page.locator('canvas:visible').count()).toBe(0);
    expect(await plain.page.locator('#by-day tbody tr').count()).toBe(30);
    await plain.close();
  });
});
