import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { ChatPage } from './chat-page';
import { QUESTION, seriousFindings, useBrowser } from './use-browser';

const { open, bot, context } = useBrowser();

describe('the chat on a host page', () => {
  let host: Server;
  let hostUrl: string;
  beforeAll(async () => {
    host = createHttpServer((request, response) => {
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src ${bot().url}; frame-src ${bot().url}`,
      );
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="${request.url?.slice(1) ?? ''}">
        <head><title>Host</title></head>
        <body><main><h1>Host</h1></main>
        <script src="${bot().url}/webchat/embed.js" data-color="#ffd166" data-side="left"></script>
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
      expect(await context().cookies()).toEqual([]);
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
