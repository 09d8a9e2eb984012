import type { AzureLanguage } from '../../src/azure/azure-language';
import { localRedactor } from '../../src/privacy/local-redactor';
import { buildAzure } from './azure-builder';
import { FakeAzureLanguage, type Behaviour } from './fake-azure-language';

let fake: FakeAzureLanguage;
beforeAll(async () => {
  fake = await FakeAzureLanguage.start();
});
beforeEach(() => fake.reset());
afterAll(() => fake.stop());

/** Asks for key phrases: what is done with the answer doesn't matter here. */
function ask(azure: AzureLanguage, texts: readonly string[] = ['hello']) {
  return azure.call({ use: 'key-phrases', texts, deadline: 1000 }, (client, safe, abortSignal) =>
    client.analyze('KeyPhraseExtraction', [...safe], 'en', { abortSignal }),
  );
}

const reasonOf = (azure: AzureLanguage) =>
  ask(azure).then(
    () => 'done',
    (error: unknown) => (error as { reason: string }).reason,
  );

it('sends what it is given with the key and gives what comes back', async () => {
  fake.findings = { ...fake.findings, phrases: () => ['token'] };
  const [result] = await ask(buildAzure(fake).azure);
  expect(result).toMatchObject({ keyPhrases: ['token'] });
});

it.each<[Behaviour, string]>([
  [{ type: 'status', status: 401 }, 'status-401'],
  [{ type: 'status', status: 404 }, 'status-404'],
  [{ type: 'status', status: 429 }, 'status-429'],
  [{ type: 'status', status: 429, retryAfter: '30' }, 'status-429'],
  [{ type: 'status', status: 500 }, 'status-500'],
  [{ type: 'status', status: 302 }, 'status-302'],
  [{ type: 'nonsense', body: '<html>' }, 'unreadable'],
  [{ type: 'nonsense', body: '{"kind":"Other"}' }, 'unreadable'],
  [{ type: 'nonsense', body: 'null' }, 'unreadable'],
])('%j is one failure, asked once', async (behaviour, reason) => {
  fake.behaviour = behaviour;
  expect(await reasonOf(buildAzure(fake).azure)).toBe(reason);
  expect(fake.paths).toHaveLength(1);
});

it('hides what is private before a text is cut: half a number would not be seen to be one', async () => {
  const { azure } = buildAzure(fake, { redact: (text) => localRedactor.redact(text) });
  const call = { use: 'language', texts: ['card 4111 1111 1111 1111'], deadline: 1000 } as const;
  const sent = (longest: number) =>
    azure.call({ ...call, longest }, (_, texts) => Promise.resolve(texts));
  expect(await sent(14)).toEqual(['card [card]']);
  expect(await sent(6)).toEqual(['card [']);
});

it('is given up at the deadline', async () => {
  fake.behaviour = { type: 'hangs' };
  expect(await reasonOf(buildAzure(fake).azure)).toBe('timeout');
});

it('a refused connection is a failure of the network', async () => {
  const gone = await FakeAzureLanguage.start();
  const { azure } = buildAzure(gone);
  await gone.stop();
  expect(await reasonOf(azure)).toBe('network');
});

it('a wrong key is refused', async () => {
  const { azure } = buildAzure({ endpoint: fake.endpoint, key: 'another' });
  expect(await reasonOf(azure)).toBe('status-401');
});

it.each([
  ['as long as it asks for', '30', 30],
  ['two minutes at most', '86400', 120],
  ['ten seconds when it does not say', undefined, 10],
  ['ten seconds when it says what cannot be read', 'soon', 10],
])('is left alone after 429, %s', async (_, retryAfter, seconds) => {
  fake.behaviour = { type: 'status', status: 429, ...(retryAfter !== undefined && { retryAfter }) };
  const { azure, clock } = buildAzure(fake);
  await reasonOf(azure);
  fake.behaviour = { type: 'right' };
  clock.at += seconds * 1000 - 1;
  expect(await reasonOf(azure)).toBe('paused');
  clock.at += 1;
  expect(await reasonOf(azure)).toBe('done');
});

it('is left alone after five failures in a row for ten seconds, whatever the clock is set to', async () => {
  const { azure } = buildAzure(fake);
  fake.behaviour = { type: 'status', status: 503 };
  for (let times = 0; times < 5; times++) expect(await reasonOf(azure)).toBe('status-503');
  fake.behaviour = { type: 'right' };
  expect(await reasonOf(azure)).toBe('circuit-open');
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 86_400_000);
  jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 10_001);
  expect(await reasonOf(azure)).toBe('done');
  jest.restoreAllMocks();
  expect(await reasonOf(azure)).toBe('done');
});

it('what it refuses for what it is does not count as its failure', async () => {
  const { azure } = buildAzure(fake);
  fake.behaviour = { type: 'status', status: 400 };
  for (let times = 0; times < 6; times++) expect(await reasonOf(azure)).toBe('status-400');
});

it('sends no more text records in a minute than the budget allows, begun thousands counted', async () => {
  const { azure, registry } = buildAzure(fake, { recordsPerMinute: 5 });
  await ask(azure, ['a'.repeat(1001), 'b', '']);
  expect(await reasonOf(azure)).toBe('done');
  expect(await reasonOf(azure)).toBe('budget');
  expect(fake.requests).toHaveLength(2);
  const figures = await registry.metrics();
  expect(figures).toContain('bot_azure_language_records_total{use="key-phrases"} 5');
  expect(figures).toContain('bot_azure_language_calls_total{use="key-phrases",result="done"} 2');
  expect(figures).toContain('bot_azure_language_calls_total{use="key-phrases",result="budget"} 1');
});

it('hides private details before anything leaves, and logs no text', async () => {
  const { azure, logged } = buildAzure(fake, {
    redact: (text) => Promise.resolve(text.replace('secret', '[hidden]')),
  });
  fake.behaviour = { type: 'status', status: 500 };
  await ask(azure, ['my secret word']).catch(() => undefined);
  expect(fake.texts).toEqual(['my [hidden] word']);
  expect(logged).toEqual([
    { use: 'key-phrases', reason: 'status-500', event: 'azure language failed' },
  ]);
});
