import { CLIENT, startProvider } from './open-id-provider';
import { SupportBrowser } from './support-browser';
import { startSupport, type SupportServer } from './support-server';

let provider: Awaited<ReturnType<typeof startProvider>>;
let server: SupportServer;
let browser: SupportBrowser;
beforeAll(async () => {
  provider = await startProvider();
  server = await startSupport({
    SUPPORT_OIDC_ISSUER: provider.issuer,
    SUPPORT_OIDC_CLIENT_ID: CLIENT.id,
    SUPPORT_OIDC_CLIENT_SECRET: CLIENT.secret,
  });
});
afterAll(async () => {
  await server.close();
  await provider.close();
});
beforeEach(() => {
  browser = new SupportBrowser(server.url);
  provider.signedIn({ sub: 'kim', oid: 'object-1', name: 'Kim <Berg>', roles: ['Support'] });
  provider.misbehave({});
});

/** Goes to the provider, where one is signed in already, and gives the address to which it sends one back. */
async function leave(next = '/support/tickets'): Promise<string> {
  const query = new URLSearchParams({ next }).toString();
  const left = await browser.get(`/support/sign-in/organisation?${query}`);
  const there = await fetch(left.headers.get('location') ?? '', { redirect: 'manual' });
  return there.headers.get('location') ?? '';
}

describe('signing in with a work account', () => {
  it('leads to the provider and back to the page that was asked for', async () => {
    const { html } = await browser.page('/support/sign-in?next=%2Fsupport%2Ftickets');
    expect(html).toContain('/support/sign-in/organisation?next=%2Fsupport%2Ftickets');
    expect(html).not.toContain('type="password"');
    const back = await browser.get(await leave());
    expect(back.headers.get('location')).toBe('/support/tickets');
    expect((await browser.page('/support/tickets')).html).toContain('Kim &lt;Berg&gt;');
    expect(browser.cookies.has('support-sign-in')).toBe(false);
  });

  it('lets in nobody without the role', async () => {
    provider.signedIn({ sub: 'robin', name: 'Robin', roles: ['Sales'] });
    const back = await browser.get(await leave());
    expect(back.status).toBe(403);
    expect(await back.text()).toContain('may not use the support page');
    expect(browser.cookies.has('support-session')).toBe(false);
  });

  it.each([
    ['the answer to another question', { nonce: 'other' }],
    ['a token for another app', { audience: 'other' }],
  ])('refuses %s', async (_, misdeeds) => {
    provider.misbehave(misdeeds);
    const back = await browser.get(await leave());
    expect(back.status).toBe(502);
    expect(browser.cookies.has('support-session')).toBe(false);
  });

  it('takes a code once, in the browser that asked for it, with its own state', async () => {
    const address = await leave();
    const elsewhere = await new SupportBrowser(server.url).get(address);
    expect(await elsewhere.text()).toContain('Your session has ended');
    const forged = new URL(address);
    forged.searchParams.set('state', 'forged');
    expect(await (await browser.get(forged.href)).text()).toContain('Your session has ended');
    await browser.get(await leave());
    const again = await browser.get(address);
    expect(await again.text()).toContain('Your session has ended');
  });

  it('troubles the provider no more for whoever tries again and again', async () => {
    provider.misbehave({ audience: 'other' });
    for (let attempt = 0; attempt < 10; attempt++)
      expect((await browser.get(await leave())).status).toBe(502);
    provider.misbehave({});
    const late = await browser.get(await leave());
    expect(late.status).toBe(429);
    expect(await late.text()).toContain('Too many attempts');
    expect(browser.cookies.has('support-session')).toBe(false);
    const other = (browser = new SupportBrowser(server.url));
    expect((await other.get(await leave())).status).toBe(303);
  });

  it('says so when the provider is away, and works when it is back', async () => {
    const lost = await startSupport({
      SUPPORT_OIDC_ISSUER: 'http://127.0.0.1:9',
      SUPPORT_OIDC_CLIENT_ID: 'x',
      SUPPORT_OIDC_CLIENT_SECRET: 'x',
    });
    const answer = await new SupportBrowser(lost.url).get('/support/sign-in/organisation');
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('didn&#39;t work');
    await lost.close();
  });
});
