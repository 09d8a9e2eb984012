import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { ChatPage } from './chat-page';
import { styleOf } from './style-of';
import { QUESTION, seriousFindings, useBrowser } from './use-browser';

const { open, bot, context } = useBrowser();

/** A page that styles everything, and insists. */
const TRANSCRIPT = '.webchat__basic-transcript__scrollable';
const STYLE = '* { all: unset !important; display: block !important; color: red !important }';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

describe('the chat on a host page', () => {
  let host: Server;
  let hostUrl: string;
  beforeAll(async () => {
    host = createHttpServer((request, response) => {
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'none'; script-src ${bot().url}; frame-src ${bot().url}; style-src 'sha256-${STYLE_HASH}'`,
      );
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://host');
      const options = searchParams.get('options') ?? 'data-color="#ffd166" data-side="left"';
      const tag = `<script src="${bot().url}/webchat/embed.js" ${options}></script>`;
      response.end(`<!doctype html><html lang="${pathname.slice(1)}">
        <head><title>Host</title>${searchParams.get('head') ?? ''}</head>
        <body><main><h1>Host</h1><button id="own">Own</button></main>${tag}${tag}</body></html>`);
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    host.close();
    // Browsers keep theirs for the next page.
    host.closeAllConnections();
    await once(host, 'close');
  });

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

  const launcher = (page: Page) => page.locator('partner-faq-bot .launcher');
  const focused = (page: Page) => page.evaluate<string>('document.activeElement.id');
  const transcript = (page: Page) =>
    page.frameLocator('partner-faq-bot iframe').locator(TRANSCRIPT);

  /** Whether the verdict stands where one sees it. */
  const inSight = async (page: Page): Promise<boolean> => {
    const seen = await transcript(page).boundingBox();
    const verdict = await inFrame(page).bubbles.locator('strong').first().boundingBox();
    if (seen === null || verdict === null) return false;
    return verdict.y >= seen.y && verdict.y + verdict.height <= seen.y + seen.height;
  };

  it('asks what the page lets it ask, and remembers it on the next page', async () => {
    const { page } = await open(`${hostUrl}/en`);
    await launcher(page).waitFor();
    await page.evaluate(`window.partnerFaqBot.ask(${JSON.stringify(QUESTION.en.question)})`);
    await inFrame(page).says(QUESTION.en.verdict);
    for (let look = 0; look < 100 && !(await inSight(page)); look += 1)
      await page.waitForTimeout(50);
    expect(await inSight(page)).toBe(true);
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
    // What it covers can't be reached: only what belongs to the chat, and the browser itself.
    for (let key = 0; key < 12; key += 1) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).not.toBe('own');
    }
  });

  it('leaves room for what was said where there is little', async () => {
    const { page } = await open(`${hostUrl}/sv`);
    await page.setViewportSize({ width: 320, height: 256 });
    await launcher(page).click();
    await inFrame(page).ready();
    await inFrame(page).choices.first().waitFor();
    // Its parts find their places one after the other.
    const hasRoom = `document.querySelector('${TRANSCRIPT}').clientHeight > 40`;
    await page.frame({ url: /\/webchat\// })?.waitForFunction(hasRoom);
    expect((await transcript(page).boundingBox())?.height).toBeGreaterThan(40);
  });

  it('gives the focus back to where it was, and takes it from nowhere else', async () => {
    const { page } = await open(`${hostUrl}/sv`);
    await launcher(page).waitFor();
    await page.locator('#own').focus();
    await page.evaluate('window.partnerFaqBot.close()');
    expect(await focused(page)).toBe('own');
    await page.evaluate('window.partnerFaqBot.open()');
    await inFrame(page).focusedSendBox.waitFor();
    expect(await focused(page)).toBe('');
    await page.keyboard.press('Escape');
    await page.locator('#own:focus').waitFor();
  });

  it('may start open, without the focus, until the visitor closes it', async () => {
    const url = `${hostUrl}/sv?options=${encodeURIComponent('data-open="true"')}`;
    const { page } = await open(url);
    const closer = page.getByRole('button', { name: 'Stäng chatten' });
    await closer.waitFor();
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
    await closer.click();
    await page.goto(url);
    await launcher(page).waitFor();
    expect(await closer.count()).toBe(0);
  });

  it('looks the same on a page that styles everything, stands there once, and stays when its content is changed', async () => {
    const options = 'data-color="oklch(30% 0.1 260)"';
    const head = `<style>${STYLE}</style>`;
    const { page } = await open(
      `${hostUrl}/sv?${new URLSearchParams({ options, head }).toString()}`,
    );
    await launcher(page).waitFor();
    expect(await page.locator('partner-faq-bot').count()).toBe(1);
    expect(await styleOf(launcher(page), 'color')).toBe('rgb(255, 255, 255)');
    await launcher(page).click();
    await inFrame(page).ready();
    await page.evaluate('document.body.replaceWith(document.createElement("body"))');
    await page.evaluate(`window.partnerFaqBot.ask(${JSON.stringify(QUESTION.sv.question)})`);
    await inFrame(page).says(QUESTION.sv.verdict);
    await page.evaluate('document.documentElement.lang = "en"');
    await page.frameLocator('partner-faq-bot iframe').getByPlaceholder('Ask about').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await launcher(page).isVisible()).toBe(false);
  });
});
