import type { AzureLanguage } from '../../src/azure/azure-language';
import { createAzureRecordRedactor } from '../../src/privacy/azure-record-redactor';
import { localRedactor } from '../../src/privacy/local-redactor';
import { createAzureKeyPhraseExtractor } from '../../src/understanding/key-phrases/azure-key-phrase-extractor';
import { createAzureLanguageDetector } from '../../src/understanding/language-detection/azure-language-detector';
import { localLanguageDetector } from '../../src/understanding/language-detection/local-language-detector';
import { recognizerFromContent } from '../../src/understanding/recognizers/recognizer-from-content';
import { openChat } from '../support/chat';
import { content, translator } from '../support/content';
import { keywordClassifier } from '../understanding/recognizers/keyword-classifier';
import { root } from '../understanding/words';
import { buildAzure } from './azure-builder';
import { FakeAzureLanguage } from './fake-azure-language';
import { FAULTS, goneService } from './faults';

let fake: FakeAzureLanguage;
beforeAll(async () => {
  fake = await FakeAzureLanguage.start();
});
beforeEach(() => {
  fake.reset();
  fake.findings = {
    ...{ language: () => ({ code: 'hu', score: 0.99 }), people: ['Kim Berg'] },
    ...{ phrases: () => ['invoice', 'reseller'], category: fake.findings.category },
  };
});
afterAll(() => fake.stop());

/** The service that the next chat asks; none of it where it is undefined. */
let azure: AzureLanguage | undefined;
const recognizer = recognizerFromContent({
  ...{ root, content, classifier: keywordClassifier, defaultLanguage: 'en' },
  languageDetectorFor: (languages) => ({
    detect: (text, clues) =>
      azure === undefined
        ? localLanguageDetector.detect(text, clues)
        : createAzureLanguageDetector({ azure, languages }).detect(text, clues),
  }),
});

/** A chat that asks the service wherever the bot does. */
async function open(service?: Pick<FakeAzureLanguage, 'endpoint' | 'key'>) {
  const redact = (text: string) => localRedactor.redact(text);
  const built = service && buildAzure(service, { redact }).azure;
  azure = built;
  const support = azure && {
    recordRedactor: createAzureRecordRedactor(azure, localRedactor),
    keyPhrases: createAzureKeyPhraseExtractor(azure),
  };
  const chat = await openChat({ recognizer, locale: 'en-GB', ...(support && { support }) });
  return { ...chat, deadlines: built?.deadlines ?? [] };
}

/** Hungarian, of which the bot knows no word. */
const UNSURE = 'Hogyan kell ezt csinálni?';
const LONG = `Kim Berg wants our reseller to send us the invoice again ${'and again '.repeat(10)}`;

/** A conversation that uses the service wherever it can be used, with how long a turn waits for it at most. */
async function talk(service?: Pick<FakeAzureLanguage, 'endpoint' | 'key'>) {
  const { say, desk, deadlines } = await open(service);
  let longest = 0;
  const replies: string[] = [];
  for (const text of [UNSURE, 'can a token be split?', LONG, LONG, 'yes', 'a@b.example', 'yes']) {
    const before = deadlines.length;
    replies.push(await say(text));
    const waits = deadlines.slice(before).reduce((sum, deadline) => sum + deadline, 0);
    longest = Math.max(longest, waits);
  }
  const [ticket] = await desk.ticketStore.list({ limit: 1 });
  return { replies, longest, ticket };
}

it('is helped by the service where the bot is unsure', async () => {
  const t = translator.in('en');
  const { replies, ticket } = await talk(fake);
  expect(replies[0]).toContain(t('foreign.speaks'));
  expect(ticket).toMatchObject({
    subject: 'invoice, reseller',
    packet: { redactedBy: 'local+azure' },
  });
  expect(JSON.stringify(ticket)).not.toContain('Kim Berg');
  expect(fake.texts.filter((text) => text === UNSURE)).toHaveLength(1);
  expect(fake.requests.every(({ parameters }) => parameters?.['loggingOptOut'] === true)).toBe(
    true,
  );
});

let alone: Awaited<ReturnType<typeof talk>>;
beforeAll(async () => {
  alone = await talk();
});

describe.each([...FAULTS, ['is gone', undefined]] as const)('a service that %s', (_, behaviour) => {
  it('costs nobody more than its time, and everybody gets the local answer', async () => {
    if (behaviour !== undefined) fake.behaviour = behaviour;
    const helped = await talk(behaviour === undefined ? await goneService() : fake);
    expect(helped.replies).toEqual(alone.replies);
    expect(helped.longest).toBeLessThan(3000);
    expect(helped.ticket).toMatchObject({
      ...{ subject: alone.ticket?.subject, details: alone.ticket?.details },
      packet: { redactedBy: 'local' },
    });
  });
});
