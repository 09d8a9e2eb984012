import { ChatPage } from './chat-page';
import { seriousFindings, useBrowser } from './use-browser';

const { open, renew, bot } = useBrowser();

describe('what is sent over the network', () => {
  it('is at most 5 kB for the loader and 700 kB after the click', async () => {
    const context = await renew();
    const { page } = await open('/webchat/demo?lang=en');
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.reload();
    await page.getByRole('button', { name: 'Ask about partner benefits' }).waitFor();
    const loader = await fetch(`${bot().url}/webchat/embed.js`, {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    expect(Number(loader.headers.get('content-length'))).toBeLessThanOrEqual(5 * 1024);
    const before = bytes;
    const framed = await context.newPage();
    const frame = await context.newCDPSession(framed);
    await frame.send('Network.enable');
    frame.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await framed.goto(`${bot().url}/webchat/?framed=true&lang=en`);
    await new ChatPage(framed).ready();
    expect(bytes - before).toBeGreaterThan(100_000);
    expect(bytes - before).toBeLessThanOrEqual(700 * 1000);
  });
});

describe('a signed-in visitor', () => {
  it.each([
    ['en', 'How many activations are left on our keys?', /5 of 50 activations left/, /Activations/],
    ['sv', 'Hur många aktiveringar har vi kvar på våra nycklar?', /5 av 50/, /Aktiveringar/],
  ] as const)(
    'sees the figures of the own company on a card, and rates the answer by its thumb: %s',
    async (language, question, verdict, column) => {
      const { page, complaints } = await open(`/webchat/demo?lang=${language}&as=anna`);
      await page.locator('partner-faq-bot .launcher').click();
      const frame = page.frameLocator('partner-faq-bot iframe');
      const chat = new ChatPage(frame);
      await chat.ready();
      await chat.ask(question);
      await chat.says(verdict);
      const card = frame.locator('.ac-adaptiveCard').first();
      expect(await card.innerText()).toMatch(column);
      expect(await card.innerText()).toContain('Fjällberg IT AB');
      expect(await seriousFindings(page)).toEqual([]);
      const before = (await chat.texts()).length;
      await frame.locator('.webchat__thumb-button').first().click();
      await chat.bubbles.nth(before).waitFor();
      expect(complaints).toEqual([]);
    },
  );
});
