import { sql } from 'kysely';
import LibsqlDatabase from 'libsql';
import { translator } from '../support/content';
import { ChatPage } from './chat-page';
import { startBot } from './start-bot';
import { styleOf } from './style-of';
import { QUESTION, seriousFindings, useBrowser } from './use-browser';

const { open, renew, bot } = useBrowser();

/** Longer than the page waits before it gives a message up, or tries again to connect. */
const PATIENCE_MS = 20_000;

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

it('says in Swedish that a message did not get through, or that there is no connection, and goes on later', async () => {
  const t = translator.in('sv');
  const { clock } = await renew();
  await clock.install();
  const { page, chat } = await open('/webchat/?lang=sv');
  await chat.ready();
  // The bot does nothing else while it waits for the file.
  await sql`pragma busy_timeout = 1`.execute(bot().database);
  const other = new LibsqlDatabase(bot().databaseUrl.replace('file:', ''));
  other.exec('begin immediate');
  await chat.ask(QUESTION.sv.question);
  const late = await open('/webchat/?lang=sv');
  await late.page.getByText(t('web:chat.offline')).waitFor();
  await clock.fastForward(PATIENCE_MS);
  await page.getByText(t('web:chat.unsent')).first().waitFor();
  other.exec('rollback');
  other.close();
  await page.getByRole('button', { name: t('web:chat.again') }).click();
  await chat.says(QUESTION.sv.verdict);
  await clock.fastForward(PATIENCE_MS);
  await late.chat.says(QUESTION.sv.verdict);
  const notice = late.page.getByText(t('web:chat.offline'));
  await notice.waitFor({ state: 'detached' });
  expect(await notice.count()).toBe(0);
});

it('can be seen in the colours that a person has forced', async () => {
  const { page, chat } = await open('/webchat/?lang=sv');
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await chat.ready();
  await chat.ask(QUESTION.sv.question);
  await chat.says(QUESTION.sv.verdict);
  const ink = await styleOf(chat.bubbles.last(), 'color');
  expect(await styleOf(page.locator('.webchat__icon-button').last(), 'fill')).toBe(ink);
  expect(await styleOf(page.locator('.webchat__thumb-button__image').last(), 'color')).toBe(ink);
});

it('stands on paper whole, without what can be clicked', async () => {
  const { page, chat } = await open('/webchat/?lang=sv');
  await chat.ready();
  await chat.ask(QUESTION.sv.question);
  await chat.says(QUESTION.sv.verdict);
  await chat.ask('hej');
  await chat.bubbles.nth(4).waitFor();
  await page.emulateMedia({ media: 'print' });
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  const last = await chat.bubbles.last().boundingBox();
  expect(last && last.y + last.height).toBeLessThanOrEqual(height);
  expect((await chat.bubbles.first().boundingBox())?.y).toBeGreaterThan(0);
  expect(await chat.sendBox.isVisible()).toBe(false);
  expect(await page.locator('nav').isVisible()).toBe(false);
});

describe('a conversation', () => {
  it('begins anew when it was forgotten while the page was open: what was said is sent again', async () => {
    const t = translator.in('sv');
    const { page, chat } = await open('/webchat/?lang=sv');
    await chat.ready();
    const other = new LibsqlDatabase(bot().databaseUrl.replace('file:', ''));
    other.exec('pragma foreign_keys = on; delete from direct_line_conversation');
    other.close();
    await chat.ask(QUESTION.sv.question);
    await chat.bubbles.nth(2).waitFor();
    await page.getByRole('button', { name: t('web:chat.again') }).click();
    await chat.says(QUESTION.sv.verdict);
    expect((await chat.texts()).at(-1)).toMatch(QUESTION.sv.verdict);
  });

  it("goes on without a name when the site's token for the visitor is refused, and the console says why", async () => {
    const { page } = await open('/webchat/');
    await page.route('**/demo/visitor?*', (route) =>
      route.fulfill({ body: '<html>Sign in</html>' }),
    );
    const warned = page.waitForEvent('console', (message) => message.type() === 'warning');
    await page.goto(`${bot().url}/webchat/demo?lang=sv&as=anna`);
    await page.locator('partner-faq-bot .launcher').click();
    await new ChatPage(page.frameLocator('partner-faq-bot iframe')).ready();
    expect((await warned).text()).toContain('it is no JWT');
  });

  it('is there again after a reload, and in a second tab, without anything twice', async () => {
    const { page, chat } = await open('/webchat/?lang=en');
    await chat.ready();
    await chat.ask(QUESTION.en.question);
    await chat.says(QUESTION.en.verdict);
    await chat.choices.first().waitFor();
    const said = await chat.texts();
    await page.reload();
    expect(await chat.atLeast(said.length)).toEqual(said);
    const tab = await open('/webchat/?lang=en');
    await tab.chat.says(QUESTION.en.verdict);
    await tab.chat.ask('hello');
    await Promise.all([chat, tab.chat].map((either) => either.says(/^Hello! What/)));
    const heard = await chat.texts();
    expect(await tab.chat.atLeast(heard.length)).toEqual(heard);
  });

  it('goes on after the bot was restarted', async () => {
    const first = await startBot();
    const page = await (await renew()).newPage();
    await page.clock.install();
    const chat = new ChatPage(page);
    const connected = page.waitForEvent('websocket');
    await page.goto(`${first.url}/webchat/?lang=sv`);
    await chat.ready();
    await chat.ask(QUESTION.sv.question);
    await chat.says(QUESTION.sv.verdict);
    const lost = (await connected).waitForEvent('close');
    await first.close();
    await lost;
    const port = Number(new URL(first.url).port);
    const second = await startBot({ databaseUrl: first.databaseUrl, port });
    await page.clock.fastForward(PATIENCE_MS);
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
