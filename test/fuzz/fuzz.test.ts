import { createApp, type App } from '../../src/app';
import { loadConfig } from '../../src/config';
import { runFuzz } from '../../scripts/fuzz/run-fuzz';
import { fakeRecognizer, sure } from '../support/fake-recognizer';
import { HASH, PASSWORD } from '../support-page/support-password';
import { describeEachDatabase } from '../support/postgres/each-database';

const recognizer = fakeRecognizer({ ja: [sure('support.human')], no: [sure('account.keys')] });

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
    });
    expect(failures).toEqual([]);
    // The fuzzer gets through as well: most of it would prove nothing if it were all refused.
    expect(statuses['200']).toBeGreaterThan(40);
    for (const route of ['GET /support', 'POST /api/messages', 'GET /metrics'])
      expect(routes[route]).toContain('200');
  });
});
