import { createApp, type App } from '../../src/app';
import { loadConfig } from '../../src/config';
import { runFuzz } from '../../scripts/fuzz/run-fuzz';
import { fakeRecognizer, sure } from '../support/fake-recognizer';

let app: App;
let url: string;
beforeAll(async () => {
  const config = loadConfig({ PORT: '0', DATABASE_URL: 'file::memory:', LOG_LEVEL: 'silent' });
  const recognizer = fakeRecognizer({ ja: [sure('support.human')], no: [sure('account.keys')] });
  app = await createApp(config, { recognizer });
  url = (await app.listen()).replace('localhost', '127.0.0.1');
});
afterAll(() => app.close());

it('answers every request of the fuzzer, whatever it is, with anything but a fault of its own', async () => {
  const { failures, statuses } = await runFuzz({ url, requests: 200, seed: 7, atOnce: 8 });
  expect(failures).toEqual([]);
  // The fuzzer gets through as well: most of it would prove nothing if it were all refused.
  expect(statuses['200']).toBeGreaterThan(40);
});
