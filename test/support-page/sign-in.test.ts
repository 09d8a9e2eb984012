import { SESSION_HOURS } from '../../src/support-page/sign-in/session-store';
import { startServer } from '../server/test-server';
import { content, translator } from '../support/content';
import { SupportBrowser } from './support-browser';
import { HASH, PASSWORD } from './support-password';
import { startSupport, type SupportServer } from './support-server';

let server: SupportServer;
let browser: SupportBrowser;
beforeAll(async () => {
  server = await startSupport({ SUPPORT_PASSWORD_HASH: HASH });
});
afterAll(() => server.close());
beforeEach(() => (browser = new SupportBrowser(server.url)));

describe('the support page', () => {
  it('is not there where nobody could sign in', async () => {
    const off = await startSupport({});
    const paths = ['/support', '/support/sign-in', '/support/tickets', '/support/callback'];
    const answers = await Promise.all(paths.map((path) => new SupportBrowser(off.url).get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
    await off.close();
  });

  it.each(['/support', '/support/tickets/T-1', '/support/figures/by-day.csv', '/support/none'])(
    'shows %s to nobody who has not signed in, and to those who do it afterwards',
    async (path) => {
      const refused = await browser.get(path);
      const location = refused.headers.get('location') ?? '';
      expect(refused.status).toBe(303);
      expect(location).toBe(`/support/sign-in?${new URLSearchParams({ next: path }).toString()}`);
      const { html } = await browser.page(location);
      expect(html).toContain(`name="next" value="${path}"`);
      expect((await browser.signIn(PASSWORD, path)).headers.get('location')).toBe(path);
    },
  );

  it('lets no form through without a session', async () => {
    const answer = await browser.post('/support/people', { name: 'x', action: 'erase' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/support/sign-in?next=%2Fsupport',
    ]);
  });

  it('forbids frames, foreign scripts and caches', async () => {
    await browser.signIn(PASSWORD);
    const { headers } = await browser.get('/support');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('signing in by password', () => {
  it('refuses a wrong one in words, and keeps nothing', async () => {
    const answer = await browser.signIn('wrong');
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('isn&#39;t the password');
    expect(browser.cookies.has('support-session')).toBe(false);
  });

  it('keeps a cookie that neither scripts nor other sites get, and the database only its hash', async () => {
    await browser.signIn(PASSWORD);
    expect(browser.attributes.get('support-session')).toBe(
      `Max-Age=${SESSION_HOURS * 3600}; Path=/support; HttpOnly; SameSite=Lax`,
    );
    const rows = await server.database.selectFrom('support_session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(browser.cookies.get('support-session'));
  });

  it('sends the cookie over https only, where a proxy says that it is https', async () => {
    const https = { 'x-forwarded-proto': 'https' };
    await browser.post('/support/sign-in', { password: PASSWORD }, https);
    expect(browser.attributes.get('support-session')).toContain('; Secure');
  });

  it('ends by itself, and at once when one signs out', async () => {
    await browser.signIn(PASSWORD);
    const { formKey } = await browser.page('/support');
    const stolen = browser.cookies.get('support-session') ?? '';
    const left = await browser.post('/support/sign-out', { formKey });
    expect(left.headers.get('location')).toBe('/support/sign-in?notice=left');
    const thief = await fetch(`${server.url}/support`, {
      headers: { cookie: `support-session=${stolen}` },
      redirect: 'manual',
    });
    expect(thief.status).toBe(303);
    await browser.signIn(PASSWORD);
    expect((await browser.get('/support')).status).toBe(200);
    server.clock.pass(SESSION_HOURS * 3600);
    expect((await browser.get('/support')).headers.get('location')).toContain('notice=expired');
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/webchat/',
    '/support/\r\nX: y',
    '/support/../webchat/',
    '/support/%2e%2e/webchat/',
  ])('never leads elsewhere: %j', async (next) => {
    expect((await browser.signIn(PASSWORD, next)).headers.get('location')).toBe('/support');
  });

  it('takes no form that another site sends', async () => {
    const answer = await browser.post(
      '/support/sign-in',
      { password: PASSWORD },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(answer.status).toBe(403);
  });

  it('slows down whoever guesses', async () => {
    const guessed = await startSupport({ SUPPORT_PASSWORD_HASH: HASH });
    const guesser = new SupportBrowser(guessed.url);
    for (let guess = 0; guess < 10; guess++) await guesser.signIn(`guess ${guess}`);
    const answer = await guesser.signIn(PASSWORD);
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain('Too many attempts');
    await guessed.close();
  });
});

it('looks at one password after the other, and lets only so many wait', async () => {
  let atOnce = 0;
  let most = 0;
  let open: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (open = resolve));
  const sessions = { begin: () => Promise.resolve(''), find: () => Promise.resolve(undefined) };
  const site = { pages: [], sessions: { ...sessions, end: () => Promise.resolve() } };
  const verifyPassword = async () => {
    most = Math.max(most, (atOnce += 1));
    await held;
    atOnce -= 1;
    return false;
  };
  const busy = await startServer({ trustsProxy: true, support: { ...site, verifyPassword } });
  const counts = new Map<number, number>();
  const guess = async () => {
    const { status } = await new SupportBrowser(busy.url).signIn('guess');
    counts.set(status, (counts.get(status) ?? 0) + 1);
    if (counts.get(429) === 24) open();
  };
  await Promise.all(Array.from({ length: 30 }, guess));
  expect(Object.fromEntries(counts)).toEqual({ 401: 6, 429: 24 });
  expect(most).toBe(1);
  await busy.close();
});

describe('a form that changes something', () => {
  it.each([{}, { formKey: '' }, { formKey: 'x'.repeat(43) }])(
    'needs the key of the session: %j',
    async (fields) => {
      await browser.signIn(PASSWORD);
      const paths = ['/support/people', '/support/tickets/T-1001', '/support/sign-out'];
      const answers = await Promise.all(paths.map((path) => browser.post(path, fields)));
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
      expect((await browser.get('/support')).status).toBe(200);
    },
  );

  it('must come from the page itself, even with the key', async () => {
    await browser.signIn(PASSWORD);
    const { formKey } = await browser.page('/support/people');
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    const answer = await browser.post('/support/people', { formKey, name: 'x' }, elsewhere);
    expect(answer.status).toBe(403);
  });

  it('may not be large, compressed or anything but a form', async () => {
    await browser.signIn(PASSWORD);
    const large = await browser.post('/support/people', { name: 'x'.repeat(70_000) });
    const json = await browser.post('/support/people', {}, { 'content-type': 'application/json' });
    const packed = await browser.post('/support/people', {}, { 'content-encoding': 'gzip' });
    expect([large.status, json.status, packed.status]).toEqual([413, 415, 415]);
  });

  it.each(content.languages)(
    'says so on a page in %s, whether one has signed in or not',
    async (language) => {
      const t = translator.in(language);
      const headers = { 'accept-language': language };
      const fields = { name: 'x'.repeat(70_000) };
      const paths = [
        '/support/sign-in',
        '/support/people',
        '/support/tickets/T-1001',
        '/support/sign-out',
      ];
      for (const path of paths) {
        const answer = await browser.post(path, fields, headers);
        expect(answer.headers.get('content-type')).toContain('text/html');
        expect(await answer.text()).toContain(t('support-page:notice.tooLarge.text'));
      }
    },
  );

  it("says so of one that doesn't tell its length beforehand", async () => {
    const answer = await fetch(`${server.url}/support/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
      body: new Blob(['x'.repeat(70_000)]).stream(),
      duplex: 'half',
    });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('The form holds too much text.');
  });
});

describe('the language of the page', () => {
  it('is that of the browser, until another is chosen, which is remembered', async () => {
    await browser.signIn(PASSWORD);
    expect((await browser.page('/support')).html).toContain('<html lang="en-GB">');
    const swedish = await browser.page('/support/tickets?lang=sv&tab=all');
    expect(swedish.html).toContain('<html lang="sv-SE">');
    expect(swedish.html).toContain('/support/tickets?lang=en&amp;tab=all');
    expect((await browser.page('/support')).html).toContain('<html lang="sv-SE">');
  });
});
