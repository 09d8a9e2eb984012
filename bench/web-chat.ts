import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createApp } from '../src/app';
import { loadConfig } from '../src/config';
import { launchBrowser } from '../test/browser/browser';

const ROUNDS = 7;

interface Opening {
  readonly milliseconds: number;
  readonly kilobytes: number;
}

/**
 * `npm run bench:web-chat`: how long the widget takes from the first click, with an empty cache, until one can type, and
 * how much it loads; with the bot and a Chromium on this machine.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const DATABASE_URL = `file:${join(folder, 'bot.db')}`;
  const app = await createApp(loadConfig({ PORT: '0', DATABASE_URL, LOG_LEVEL: 'error' }));
  const url = await app.listen();
  const browser = await launchBrowser();
  const openings: Opening[] = [];
  for (let round = 0; round < ROUNDS; round += 1) openings.push(await open(browser, url));
  await browser.close();
  await app.close();
  const times = openings.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const kilobytes = Math.max(...openings.map((opening) => opening.kilobytes));
  console.log(`ready to type after the click: ${times.join(', ')} ms (${ROUNDS} times)`);
  console.log(`median ${times[Math.floor(ROUNDS / 2)] ?? 0} ms`);
  console.log(`loaded after the click: ${kilobytes} kB compressed`);
}

/** Opens the widget once, in a browser context of its own. */
async function open(browser: Browser, url: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${url}/webchat/demo?lang=en`);
  const launcher = page.locator('partner-faq-bot .launcher');
  await launcher.waitFor();
  let bytes = 0;
  page.on('requestfinished', (request) => {
    void request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
      bytes += responseBodySize + responseHeadersSize;
    });
  });
  const started = performance.now();
  await launcher.click();
  const chat = page.frameLocator('partner-faq-bot iframe');
  await chat.locator('[data-id="webchat-sendbox-input"]:focus').waitFor();
  const milliseconds = Math.round(performance.now() - started);
  await chat.locator('.webchat__bubble__content').first().waitFor();
  await context.close();
  return { milliseconds, kilobytes: Math.round(bytes / 1000) };
}

void main();
