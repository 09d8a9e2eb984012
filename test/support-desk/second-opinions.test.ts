import { LocalInstances } from '../../src/storage/instances/local-instances';
import { createAzureRecordRedactor } from '../../src/privacy/azure-record-redactor';
import { localRedactor } from '../../src/privacy/local-redactor';
import { openDatabase, type Database } from '../../src/storage/database';
import { SecondOpinionStore } from '../../src/support/unanswered/second-opinion-store';
import { SecondOpinions } from '../../src/support/unanswered/second-opinions';
import { UnansweredStore } from '../../src/support/unanswered/unanswered-store';
import { createAzureKeyPhraseExtractor } from '../../src/understanding/key-phrases/azure-key-phrase-extractor';
import { createAzureIntentSuggester } from '../../src/understanding/recognizers/azure-intent-suggester';
import { buildAzure } from '../azure/azure-builder';
import { FakeAzureLanguage } from '../azure/fake-azure-language';
import { silentLog } from './ticket-desk';

let fake: FakeAzureLanguage;
let database: Database;
let unanswered: UnansweredStore;
beforeAll(async () => {
  fake = await FakeAzureLanguage.start();
});
beforeEach(async () => {
  fake.reset();
  fake.findings = {
    ...{ language: fake.findings.language, people: ['Kim'], phrases: () => ['invoice'] },
    category: () => ({ category: 'licenses.usage', score: 0.7 }),
  };
  database = await openDatabase('file::memory:');
  unanswered = new UnansweredStore(database, now);
});
afterEach(() => database.destroy());
afterAll(() => fake.stop());

const now = () => new Date('2026-05-20T10:00:00Z');

function build(isTrained = true): SecondOpinions {
  const { azure } = buildAzure(fake);
  return new SecondOpinions({
    store: new SecondOpinionStore(database, now),
    redactor: createAzureRecordRedactor(azure, localRedactor),
    keyPhrases: createAzureKeyPhraseExtractor(azure),
    suggester: isTrained
      ? createAzureIntentSuggester({
          ...{ azure, project: 'benefits', deployment: 'live', pollEvery: 5, deadline: 200 },
          isKnown: () => true,
        })
      : undefined,
    log: silentLog,
  });
}

const put = (id: string, text: string, language = 'en') =>
  unanswered.put({
    ...{ id, text, language, at: `2026-05-20T09:00:0${id}Z`, conversation: 'c', person: 'p' },
    ...{ channel: 'webchat', reason: 'missed', candidates: [], contentVersion: '1' },
  });
const waiting = (language = 'en') => unanswered.waiting({ language, limit: 100 });

it('hides names, suggests an entry and names the subject, next to each question, once', async () => {
  await put('1', 'Kim wants an invoice');
  await put('2', 'Var är fakturan, Kim?', 'sv');
  const opinions = build();
  expect(await opinions.pass()).toBe(true);
  expect(await opinions.pass()).toBe(true);
  const secondOpinion = {
    ...{ redactedBy: 'local+azure', phrases: ['invoice'] },
    suggestion: { intent: 'licenses.usage', score: 0.7 },
  };
  expect(await waiting()).toMatchObject([{ text: '[name] wants an invoice', secondOpinion }]);
  expect(await waiting('sv')).toMatchObject([{ text: 'Var är fakturan, [name]?', secondOpinion }]);
  const asked = fake.paths.length;
  expect(await opinions.pass()).toBe(true);
  expect(fake.paths).toHaveLength(asked);
});

it('does without a trained model', async () => {
  await put('1', 'Kim wants an invoice');
  expect(await build(false).pass()).toBe(true);
  expect((await waiting())[0]?.secondOpinion).toEqual({
    ...{ redactedBy: 'local+azure', phrases: ['invoice'] },
  });
});

it('leaves settled questions alone', async () => {
  await put('1', 'Kim wants an invoice');
  await unanswered.settle(['1'], { by: 'lead', as: 'dismissed' });
  expect(await build().pass()).toBe(true);
  expect(fake.paths).toEqual([]);
});

it.each([
  ['is down', { type: 'status', status: 500 }],
  ['never ends a job', { type: 'endless-job' }],
] as const)('tries again while the service %s, ten times', async (_, behaviour) => {
  await put('1', 'Kim wants an invoice');
  fake.behaviour = behaviour;
  for (let pass = 0; pass < 9; pass++) expect(await build().pass()).toBe(false);
  expect((await waiting())[0]?.secondOpinion?.suggestion).toBeUndefined();
  fake.behaviour = { type: 'right' };
  expect(await build().pass()).toBe(true);
  expect((await waiting())[0]?.secondOpinion?.suggestion).toBeDefined();
});

it('leaves it at what has been found out after ten times', async () => {
  await put('1', 'Kim wants an invoice');
  fake.behaviour = { type: 'document-errors' };
  for (let pass = 0; pass < 10; pass++) expect(await build().pass()).toBe(false);
  expect((await waiting())[0]).toMatchObject({
    ...{ text: 'Kim wants an invoice', secondOpinion: { redactedBy: 'local', phrases: [] } },
  });
  expect(await build().pass()).toBe(true);
});

it('works by itself until it is closed', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'performance'] });
  await put('1', 'Kim wants an invoice');
  const opinions = build(false);
  opinions.start(new LocalInstances());
  jest.advanceTimersByTime(10_000);
  jest.useRealTimers();
  await opinions.close();
  expect(await waiting()).toMatchObject([{ text: '[name] wants an invoice' }]);
});
