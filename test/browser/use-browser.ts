import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { ChatPage } from './chat-page';
import { startBot, type RunningBot } from './start-bot';

/** A browser on a busy machine is slow. */
const PATIENCE_MS = 60_000;

export const QUESTION = {
  en: { question: 'Can we split a token?', verdict: /^No/ },
  sv: { question: 'Kan vi dela upp en token?', verdict: /^Nej/ },
} as const;

/** A page, the chat on it, and whatever the browser complained about. */
export interface Opened {
  readonly page: Page;
  readonly chat: ChatPage;
  readonly complaints: readonly string[];
}

/** Gives the tests of a file one bot and one browser, each test a context of its own. */
export function useBrowser() {
  let bot: RunningBot;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    bot = await startBot();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await bot.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
    context.setDefaultTimeout(PATIENCE_MS);
  });
  afterEach(() => context.close());
  return {
    bot: () => bot,
    context: () => context,
    open: async (path: string): Promise<Opened> => {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(new URL(path, bot.url).href);
      return { page, chat: new ChatPage(page), complaints };
    },
  };
}

/** What axe finds serious or critical on a page and in its frames. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const findings = await frame.evaluate(async () => {
      interface AxeResults {
        readonly violations: readonly {
          readonly id: string;
          readonly impact: string;
          readonly nodes: readonly { readonly html: string }[];
        }[];
      }
      const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
      const { violations } = await axe.run();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    });
    found.push(...findings);
  }
  return found;
}
