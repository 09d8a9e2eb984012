import {
  createAzureIntentSuggester,
  type AzureIntentSuggesterOptions,
} from '../../../src/understanding/recognizers/azure-intent-suggester';
import { buildAzure } from '../../azure/azure-builder';
import { FakeAzureLanguage } from '../../azure/fake-azure-language';
import { FAULTS, goneService } from '../../azure/faults';

let fake: FakeAzureLanguage;
beforeAll(async () => {
  fake = await FakeAzureLanguage.start();
});
beforeEach(() => {
  fake.reset();
  fake.findings = {
    ...fake.findings,
    category: (text) => ({
      category: text.includes('split') ? 'tokens.split' : 'gone',
      score: 0.8,
    }),
  };
});
afterAll(() => fake.stop());

function build(options: Partial<AzureIntentSuggesterOptions> = {}) {
  return createAzureIntentSuggester({
    azure: buildAzure(fake).azure,
    ...{ project: 'benefits', deployment: 'live', pollEvery: 5 },
    isKnown: (intent) => intent !== 'gone',
    ...options,
  });
}
const split = { text: 'can we split it', language: 'en' };

it('suggests an intent for each question that the content knows one for', async () => {
  const questions = [split, { text: 'kan den delas', language: 'sv' }];
  expect(await build().suggest(questions)).toEqual([
    { intent: 'tokens.split', score: 0.8 },
    undefined,
  ]);
  expect(fake.requests).toMatchObject([
    {
      analysisInput: { documents: [{ language: 'en' }, { language: 'sv' }] },
      tasks: [
        {
          kind: 'CustomSingleLabelClassification',
          parameters: { projectName: 'benefits', deploymentName: 'live', loggingOptOut: true },
        },
      ],
    },
  ]);
});

it('stays within the limits of a job, and keeps the order', async () => {
  const questions = Array.from({ length: 130 }, (_, index) => ({
    text: `${index % 2 === 0 ? 'split' : 'else'} ${'x'.repeat(10_000)}`,
    language: 'en',
  }));
  const suggestions = await build().suggest(questions);
  expect(suggestions.map((best) => best?.intent)).toEqual(
    questions.map((_, index) => (index % 2 === 0 ? 'tokens.split' : undefined)),
  );
  expect(fake.requests.map(({ analysisInput }) => analysisInput.documents.length)).toEqual([
    ...[25, 25, 25, 25, 25, 5],
  ]);
});

it('asks nobody about nothing', async () => {
  expect(await build().suggest([])).toEqual([]);
  expect(fake.paths).toEqual([]);
});

it('looks again until the job is done', async () => {
  fake.behaviour = { type: 'endless-job' };
  const found = build().suggest([split]);
  while (fake.paths.filter((path) => path.startsWith('GET')).length < 3)
    await new Promise(setImmediate);
  fake.behaviour = { type: 'right' };
  expect(await found).toEqual([{ intent: 'tokens.split', score: 0.8 }]);
});

it('gives up a job that never ends', async () => {
  fake.behaviour = { type: 'endless-job' };
  await expect(build({ deadline: 200 }).suggest([split])).rejects.toThrow('timeout');
});

it.each([{ type: 'empty' }, { type: 'document-errors' }] as const)(
  'has no suggestion where the service has none: $type',
  async (behaviour) => {
    fake.behaviour = behaviour;
    expect(await build().suggest([split])).toEqual([undefined]);
  },
);

const broken = FAULTS.filter(([, { type }]) => type !== 'empty' && type !== 'document-errors');
it.each(broken)('rejects where the service %s', async (_, behaviour) => {
  fake.behaviour = behaviour;
  await expect(build({ deadline: 300 }).suggest([split])).rejects.toThrow('no answer');
});

it('rejects where the service is gone', async () => {
  const { azure } = buildAzure(await goneService());
  await expect(build({ azure }).suggest([split])).rejects.toThrow('network');
});
