import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { launchProfile } from './browser';
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

const VIEW = { viewport: { width: 1000, height: 800 } };

/**
 * Gives the tests of a file one bot and one browser, which after each test closes its pages and forgets what they kept.
 * `renew` gives a test a context of its own, for what outlives that (a clock) or must not be known yet (a file).
 */
export function useBrowser() {
  let bot: RunningBot;
  let shared: BrowserContext;
  let context: BrowserContext;
  beforeAll(async () => {
    bot = await startBot();
    shared = await launchProfile(VIEW);
  });
  afterAll(async () => {
    await shared.close();
    await bot.close();
  });
  const use = (one: BrowserContext) => {
    context = one;
    context.setDefaultTimeout(PATIENCE_MS);
  };
  beforeEach(() => {
    use(shared);
  });
  afterEach(async () => {
    if (context !== shared) return context.close();
    for (const page of shared.pages().slice(1)) await page.close();
    await shared.setStorageState({ cookies: [], origins: [] });
  });
  return {
    bot: () => bot,
    context: () => context,
    renew: async (): Promise<BrowserContext> => {
      const browser = shared.browser();
      if (browser === null) throw new Error('The browser is gone.');
      use(await browser.newContext(VIEW));
      return context;
    },
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
