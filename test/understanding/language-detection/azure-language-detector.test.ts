import { createAzureLanguageDetector } from '../../../src/understanding/language-detection/azure-language-detector';
import { buildAzure } from '../../azure/azure-builder';
import { FakeAzureLanguage } from '../../azure/fake-azure-language';
import { FAULTS, goneService } from '../../azure/faults';
import { languageWords } from '../words';
import { languageDetectorContract, neutral } from './language-detector.contract';

let fake: FakeAzureLanguage;
beforeAll(async () => {
  fake = await FakeAzureLanguage.start();
});
beforeEach(() => fake.reset());
afterAll(() => fake.stop());

const detector = (service: Pick<FakeAzureLanguage, 'endpoint' | 'key'> = fake) =>
  createAzureLanguageDetector({ azure: buildAzure(service).azure, languages: languageWords });
const finds = (code: string, score = 0.95) => {
  fake.findings = { ...fake.findings, language: () => ({ code, score }) };
};

describe('the contract', () => {
  languageDetectorContract(detector);
});

describe.each(FAULTS)('a service that %s', (_, behaviour) => {
  beforeEach(() => {
    fake.behaviour = behaviour;
  });
  languageDetectorContract(detector);

  it('leaves neutral text to the clues, in time', async () => {
    const { azure } = buildAzure(fake);
    const asking = createAzureLanguageDetector({ azure, languages: languageWords });
    expect(await asking.detect('text', neutral)).toMatchObject({ source: 'channel' });
    expect(azure.deadlines).toEqual([400]);
  });
});

it('does without a service that is gone', async () => {
  expect(await detector(await goneService()).detect('text', neutral)).toMatchObject({
    source: 'channel',
  });
});

it.each([
  ['sv', 'sv', 'identified'],
  ['en', 'en', 'identified'],
  ['nb', 'sv', 'identified'],
  ['ro', 'en', 'foreign'],
])('takes %s for %s, %s', async (code, language, source) => {
  finds(code);
  expect(await detector().detect('text', neutral)).toMatchObject({ language, source, score: 0.95 });
});

it('a service that knows nothing of the text is no clue', async () => {
  finds('(Unknown)', 0);
  expect(await detector().detect('???', neutral)).toMatchObject({ source: 'channel' });
});

it('asks without a country, for the beginning of the text only', async () => {
  await detector().detect('lång '.repeat(500), neutral);
  expect(fake.requests).toMatchObject([
    { kind: 'LanguageDetection', analysisInput: { documents: [{ countryHint: '' }] } },
  ]);
  expect(fake.texts).toEqual(['lång '.repeat(100)]);
});

it('asks nobody when the words are clear', async () => {
  const fit = { ...neutral.fit, score: 0.99 };
  await detector().detect('When can we renew?', { ...neutral, fit });
  expect(fake.paths).toEqual([]);
});
