import { createAzureKeyPhraseExtractor } from '../../../src/understanding/key-phrases/azure-key-phrase-extractor';
import { buildAzure } from '../../azure/azure-builder';
import { FakeAzureLanguage } from '../../azure/fake-azure-language';
import { FAULTS, goneService } from '../../azure/faults';

let fake: FakeAzureLanguage;
beforeAll(async () => {
  fake = await FakeAzureLanguage.start();
});
beforeEach(() => {
  fake.reset();
  fake.findings = { ...fake.findings, phrases: (text) => text.split(' ').slice(0, 2) };
});
afterAll(() => fake.stop());

const build = (service: Pick<FakeAzureLanguage, 'endpoint' | 'key'> = fake) =>
  createAzureKeyPhraseExtractor(buildAzure(service).azure);

it('gives the phrases of each text, in order, without what is hidden', async () => {
  expect(await build().extract(['token seats', '[e-mail] licence'], 'en')).toEqual([
    ['token', 'seats'],
    ['licence'],
  ]);
  expect(fake.requests).toMatchObject([
    { kind: 'KeyPhraseExtraction', parameters: { loggingOptOut: true } },
  ]);
});

it('stays within the limits of a call', async () => {
  const texts = Array.from({ length: 23 }, (_, index) => `number${index} ${'x'.repeat(6000)}`);
  const phrases = await build().extract(texts, 'sv');
  expect(phrases.map(([first]) => first)).toEqual(texts.map((_, index) => `number${index}`));
  expect(fake.requests).toHaveLength(3);
});

it('has none for a text that the service has none for', async () => {
  fake.behaviour = { type: 'document-errors' };
  expect(await build().extract(['x'], 'en')).toEqual([[]]);
});

const broken = FAULTS.filter(([, { type }]) => type !== 'document-errors');
it.each(broken)('rejects in time where the service %s', async (_, behaviour) => {
  fake.behaviour = behaviour;
  const { azure } = buildAzure(fake);
  await expect(createAzureKeyPhraseExtractor(azure).extract(['x'], 'en')).rejects.toThrow(
    'no answer',
  );
  expect(azure.deadlines).toEqual([800]);
});

it('rejects where the service is gone', async () => {
  await expect(build(await goneService()).extract(['x'], 'en')).rejects.toThrow('network');
});
