import { createApp, type App } from '../../src/app';
import { loadConfig } from '../../src/config';
import { ROUTES } from '../../scripts/fuzz/routes';
import { runFuzz } from '../../scripts/fuzz/run-fuzz';
import { fakeRecognizer, sure } from '../support/fake-recognizer';
import { HASH, PASSWORD } from '../support-page/support-password';
import { describeEachDatabase } from '../support/postgres/each-database';

const recognizer = fakeRecognizer({ ja: [sure('support.human')], no: [sure('account.keys')] });

it('knows every route that is mounted', async () => {
  const settings = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: 'file::memory:' };
  const signIn = { SUPPORT_OIDC_CLIENT_ID: 'x', SUPPORT_OIDC_CLIENT_SECRET: 'x' };
  const config = loadConfig({
    ...{ ...settings, ...signIn, SUPPORT_PASSWORD_HASH: HASH },
    SUPPORT_OIDC_ISSUER: 'http://127.0.0.1:9',
  });
  const app = await createApp(config, { recognizer });
  const known = ROUTES.map(([method, path]) => `${method} ${path}`);
  const mounted = app.routes.map(({ method, path }) => `${method} ${path}`);
  expect(mounted.filter((route) => !known.includes(route))).toEqual([]);
  await app.close();
});

describeEachDatabase('the bot', (open) => {
  let app: App;
  afterEach(() => app.close());

  it('answers every request of the fuzzer, whatever it is, with anything but a fault of its own', async () => {
    const config = loadConfig({
      ...{ PORT: '0', LOG_LEVEL: 'silent', SUPPORT_PASSWORD_HASH: HASH },
    });
    app = await createApp(config, { recognizer, database: await open() });
    const url = (await app.listen()).replace('localhost', '127.0.0.1');
    const { failures, statuses, routes } = await runFuzz({
      ...{ url, requests: 200, seed: 7, atOnce: 8, password: PASSWORD },
      slowMs: Infinity,
    });
    expect(failures).toEqual([]);
    // The fuzzer gets through as well: most of it would prove nothing if it were all refused.
    expect(statuses['200']).toBeGreaterThan(40);
    for (const route of ['GET /support', 'POST /api/messages', 'GET /metrics'])
      expect(routes[route]).toContain('200');
  });
});
