import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { ChatPage } from './chat-page';
import { startBot, type RunningBot } from './start-bot';

/** The first start trains the model, and a browser on a busy machine is slow. */
jest.setTimeout(60_000);
const START_MS = 120_000;

const QUESTION = {
  en: { question: 'Can we split a token?', verdict: /^No/ },
  sv: { question: 'Kan vi dela upp en token?', verdict: /^Nej/ },
} as const;

let bot: RunningBot;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  bot = await startBot();
  browser = await launchBrowser();
}, START_MS);
afterAll(async () => {
  await browser.close();
  await bot.close();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  context.setDefaultTimeout(20_000);
});
afterEach(() => context.close());

/** Opens a page; whatever the browser complains about fails the test at its end. */
async function open(path: string): Promise<{ page: Page; chat: ChatPage; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(new URL(path, bot.url).href);
  return { page, chat: new ChatPage(page), complaints };
}

async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
    interface AxeResults {
      readonly violations: readonly {
        readonly id: string;
        readonly impact: string;
        readonly nodes: readonly { readonly html: string }[];
      }[];
    }
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
}

describe.each(['en', 'sv'] as const)('the chat page in %s', (language) => {
  const { question, verdict } = QUESTION[language];

  it('answers a question, verdict first, and the browser has nothing to complain about', async () => {
    const { page, chat, complaints } = await open(`/webchat/?lang=${language}`);
    await chat.ready();
    await chat.ask(question);
    await chat.says(verdict);
    const verdictText = await chat.bubbles.last().locator('strong').first().innerText();
    expect(verdictText).toMatch(verdict);
    const link = chat.bubbles.last().locator('a').first();
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.innerText()).toContain('Microsoft Partner Network');
    expect(complaints).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('can be used with the keyboard alone', async () => {
    const { page, chat } = await open(`/webchat/?lang=${language}`);
    await chat.ready();
    await page.keyboard.type(question);
    await page.keyboard.press('Enter');
    await chat.says(verdict);
    await chat.choices.first().waitFor();
    const before = (await chat.texts()).length;
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await chat.bubbles.nth(before + 1).waitFor();
    expect((await chat.texts()).length).toBeGreaterThanOrEqual(before + 2);
  });
});

describe('a conversation', () => {
  it('is there again after a reload, and in a second tab, without anything twice', async () => {
    const { page, chat } = await open('/webchat/?lang=en');
    await chat.ready();
    await chat.ask(QUESTION.en.question);
    await chat.says(QUESTION.en.verdict);
    const said = await chat.texts();
    await page.reload();
    await chat.says(QUESTION.en.verdict);
    expect(await chat.texts()).toEqual(said);
    const tab = await open('/webchat/?lang=en');
    await tab.chat.says(QUESTION.en.verdict);
    await tab.chat.ask('hello');
    await chat.says('hello');
    await expect(tab.chat.texts()).resolves.toEqual(await chat.texts());
  });

  it('goes on after the bot was restarted', async () => {
    const first = await startBot();
    const page = await context.newPage();
    const chat = new ChatPage(page);
    await page.goto(`${first.url}/webchat/?lang=sv`);
    await chat.ready();
    await chat.ask(QUESTION.sv.question);
    await chat.says(QUESTION.sv.verdict);
    await first.close();
    const port = Number(new URL(first.url).port);
    const second = await startBot({ databaseUrl: first.databaseUrl, port });
    await chat.ask('hej');
    await chat.says(/^Hej! Vad/);
    expect((await chat.texts()).filter((text) => text.startsWith('Nej'))).toHaveLength(1);
    await page.close();
    await second.close();
  });

  it('works by polling where no WebSocket passes', async () => {
    const { chat } = await open('/webchat/?lang=en&transport=polling');
    await chat.ready();
    await chat.ask(QUESTION.en.question);
    await chat.says(QUESTION.en.verdict);
    expect((await chat.texts()).filter((text) => text.includes('split'))).toHaveLength(2);
  });
});

describe('the chat on a host page', () => {
  let host: Server;
  let hostUrl: string;
  beforeAll(async () => {
    host = createHttpServer((request, response) => {
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src ${bot.url}; frame-src ${bot.url}`,
      );
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="${request.url?.slice(1) ?? ''}">
        <head><title>Host</title></head>
        <body><main><h1>Host</h1></main>
        <script src="${bot.url}/webchat/embed.js" data-color="#ffd166" data-side="left"></script>
        </body></html>`);
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => host.close(resolve)));

  const inFrame = (page: Page) => new ChatPage(page.frameLocator('partner-faq-bot iframe'));

  it.each([
    ['en', 'Ask about partner benefits', 'Close the chat'],
    ['sv-SE', 'Fråga om partnerförmåner', 'Stäng chatten'],
  ])(
    'loads nothing before it is asked for, speaks %s like the page, and is used by keyboard',
    async (lang, openLabel, closeLabel) => {
      const { page, complaints } = await open(`${hostUrl}/${lang}`);
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const button = page.getByRole('button', { name: openLabel });
      await button.waitFor();
      expect(requests).toEqual([]);
      await button.focus();
      await page.keyboard.press('Enter');
      const chat = inFrame(page);
      await chat.ready();
      await chat.focusedSendBox.waitFor();
      const { question, verdict } = QUESTION[lang === 'en' ? 'en' : 'sv'];
      await chat.ask(question);
      await chat.says(verdict);
      expect(complaints).toEqual([]);
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: closeLabel }).waitFor({ state: 'hidden' });
      expect(await button.getAttribute('aria-expanded')).toBe('false');
      expect(await context.cookies()).toEqual([]);
    },
  );

  it('asks what the page lets it ask, and remembers it on the next page', async () => {
    const { page } = await open(`${hostUrl}/en`);
    await page.locator('partner-faq-bot .launcher').waitFor();
    await page.evaluate(`window.partnerFaqBot.ask(${JSON.stringify(QUESTION.en.question)})`);
    await inFrame(page).says(QUESTION.en.verdict);
    await page.goto(`${hostUrl}/en?next`);
    await page.getByRole('button', { name: 'Ask about partner benefits' }).click();
    await inFrame(page).says(QUESTION.en.verdict);
    const texts = await inFrame(page).texts();
    expect(texts.filter((text) => text === QUESTION.en.question)).toHaveLength(1);
  });

  it('fills the screen of a phone and no more', async () => {
    const { page } = await open(`${hostUrl}/sv`);
    await page.setViewportSize({ width: 375, height: 700 });
    await page.getByRole('button', { name: 'Fråga om partnerförmåner' }).click();
    await inFrame(page).ready();
    const panel = await page.locator('partner-faq-bot .panel').boundingBox();
    expect(panel).toEqual({ x: 0, y: 0, width: 375, height: 700 });
    const overflow = Number(await page.evaluate('document.documentElement.scrollWidth'));
    expect(overflow).toBeLessThanOrEqual(375);
  });
});

describe('what is sent over the network', () => {
  it('is at most 5 kB for the loader and 700 kB after the click', async () => {
    const { page } = await open('/webchat/demo?lang=en');
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.reload();
    await page.getByRole('button', { name: 'Ask about partner benefits' }).waitFor();
    const loader = await fetch(`${bot.url}/webchat/embed.js`, {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    expect(Number(loader.headers.get('content-length'))).toBeLessThanOrEqual(5 * 1024);
    const before = bytes;
    const framed = await context.newPage();
    const frame = await context.newCDPSession(framed);
    await frame.send('Network.enable');
    frame.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await framed.goto(`${bot.url}/webchat/?framed=true&lang=en`);
    await new ChatPage(framed).ready();
    expect(bytes - before).toBeGreaterThan(100_000);
    expect(bytes - before).toBeLessThanOrEqual(700 * 1000);
  });

  it('lets a demo partner see the figures of the own company', async () => {
    const { page } = await open('/webchat/demo?lang=en&as=anna');
    await page.getByRole('button', { name: 'Ask about partner benefits' }).click();
    const chat = new ChatPage(page.frameLocator('partner-faq-bot iframe'));
    await chat.ready();
    await chat.ask('How many activations are left on our keys?');
    await chat.says(/5 of 50 activations left/);
    expect((await chat.texts()).at(-1)).toContain('Fjällberg IT AB');
  });
});
