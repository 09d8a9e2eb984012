import { createAzureRecordRedactor } from '../../src/privacy/azure-record-redactor';
import { localRedactor } from '../../src/privacy/local-redactor';
import { buildAzure } from '../azure/azure-builder';
import { FakeAzureLanguage } from '../azure/fake-azure-language';
import { FAULTS, goneService } from '../azure/faults';
import { recordRedactorContract } from './record-redactor.contract';

let fake: FakeAzureLanguage;
beforeAll(async () => {
  fake = await FakeAzureLanguage.start();
});
beforeEach(() => {
  fake.reset();
  fake.findings = { ...fake.findings, people: ['Anna Berg', 'Kim'] };
});
afterAll(() => fake.stop());

const build = (service: Pick<FakeAzureLanguage, 'endpoint' | 'key'> = fake) =>
  createAzureRecordRedactor(buildAzure(service).azure, localRedactor);

describe('the contract', () => {
  recordRedactorContract(build);
});

it('hides names in each of the texts, and says so', async () => {
  const texts = ['Anna Berg (anna@contoso.example) and Kim', 'no name', '', 'Hälsa Kim, Kim!'];
  expect(await build().redactAll(texts, 'sv')).toEqual({
    texts: ['[name] ([e-mail]) and [name]', 'no name', '', 'Hälsa [name], [name]!'],
    redactedBy: 'local+azure',
  });
});

it('sends what the local patterns have left, in few documents, to be kept by nobody', async () => {
  await build().redactAll(['Kim', 'mail kim@contoso.example'], 'sv');
  expect(fake.requests).toMatchObject([
    {
      kind: 'PiiEntityRecognition',
      analysisInput: { documents: [{ language: 'sv', text: 'Kim\n\nmail [e-mail]' }] },
      parameters: { loggingOptOut: true, stringIndexType: 'Utf16CodeUnit' },
    },
  ]);
});

it('stays within the limits of a call, and finds names wherever a text is cut', async () => {
  const text = 'Kim said so. '.repeat(4000);
  const { texts, redactedBy } = await build().redactAll([text, 'Kim'], 'en');
  expect(redactedBy).toBe('local+azure');
  expect(texts).toEqual(['[name] said so. '.repeat(4000), '[name]']);
  expect(fake.requests.length).toBeGreaterThan(1);
});

it('sends nothing where there is nothing', async () => {
  expect(await build().redactAll(['', ''], 'en')).toEqual({
    ...{ texts: ['', ''], redactedBy: 'local+azure' },
  });
  expect(fake.paths).toEqual([]);
});

describe.each(FAULTS)('a service that %s', (_, behaviour) => {
  it('leaves it at what the local patterns hide, and says so, in time', async () => {
    fake.behaviour = behaviour;
    const { azure } = buildAzure(fake);
    const redactor = createAzureRecordRedactor(azure, localRedactor);
    expect(await redactor.redactAll(['Kim', 'mail kim@contoso.example'], 'en')).toEqual({
      ...{ texts: ['Kim', 'mail [e-mail]'], redactedBy: 'local' },
    });
    expect(azure.deadlines).toEqual([1500]);
  });
});

it('does without a service that is gone', async () => {
  const redactor = build(await goneService());
  expect(await redactor.redactAll(['Kim'], 'en')).toEqual({ texts: ['Kim'], redactedBy: 'local' });
});
