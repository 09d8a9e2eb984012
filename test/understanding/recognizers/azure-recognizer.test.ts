import { loadConfig } from '../../../src/config';
import { loadContent } from '../../../src/content/load-content';
import { createAzureRecognizer } from '../../../src/create-azure-recognizer';
import { evaluateRecognizer } from '../../../src/understanding/evaluation/evaluate-recognizer';
import { FakeAzureLanguage } from '../../azure/fake-azure-language';
import { fakeRecognizer } from '../../support/fake-recognizer';
import { root } from '../words';

let fake: FakeAzureLanguage;
beforeAll(async () => {
  fake = await FakeAzureLanguage.start();
  fake.findings = {
    ...fake.findings,
    category: (text) =>
      text.includes('split')
        ? { category: 'tokens.split', score: 0.9 }
        : { category: 'keys.more', score: 0.3 },
  };
});
afterAll(() => fake.stop());

const heldOut = Array.from({ length: 20 }, (_, index) => ({ text: `split ${index}` }));
const house = {
  content: loadContent(root),
  local: fakeRecognizer({}),
  set: {
    ...{ utterances: {}, lexicons: {} },
    heldOut: { en: heldOut.map((line) => ({ ...line, intents: ['tokens.split'] })) },
  },
};
const settings = () => ({
  ...{ AZURE_LANGUAGE_ENDPOINT: fake.endpoint, AZURE_LANGUAGE_KEY: fake.key },
  ...{ AZURE_LANGUAGE_PROJECT: 'benefits', AZURE_LANGUAGE_DEPLOYMENT: 'live' },
});

it('is measured on labelled lines, by thresholds fitted on held-out ones, in whole batches', async () => {
  const recognizer = await createAzureRecognizer(loadConfig(settings()), house);
  expect(fake.requests).toHaveLength(1);
  const lines = ['split it', 'more keys', ''].map((text) => ({
    ...{ text, language: 'en', intents: ['tokens.split'], style: 'plain' },
  }));
  const judgements = await evaluateRecognizer(recognizer, lines);
  expect(judgements.map(({ outcome, best }) => [outcome, best])).toEqual([
    ['right', 'tokens.split'],
    ['asked', 'keys.more'],
    ['refused', 'none'],
  ]);
  expect(fake.requests).toHaveLength(2);
});

it('says which settings it needs', async () => {
  await expect(createAzureRecognizer(loadConfig({}), house)).rejects.toThrow('_PROJECT');
});

it('rejects when the service gives no answer', async () => {
  const config = loadConfig({ ...settings(), AZURE_LANGUAGE_KEY: 'wrong' });
  await expect(createAzureRecognizer(config, house)).rejects.toThrow('status-401');
});
