import { createLocalRecognizer } from '../../../src/understanding/recognizers/local-recognizer';
import type { UtteranceContext } from '../../../src/understanding/recognizers/recognizer';
import { keywordClassifier } from './keyword-classifier';
import { readingOptions, readingRecognizer } from './reading-recognizer';
import { recognizerContract } from './recognizer.contract';

function recognize(text: string, context: Partial<UtteranceContext> = {}) {
  return readingRecognizer.recognize(text, { today: '2026-11-22', ...context });
}

async function intentsOf(text: string, context: Partial<UtteranceContext> = {}) {
  const { parts } = await recognize(text, context);
  return parts.map(({ intents }) => intents[0]?.intent);
}

describe('the contract', () => {
  recognizerContract(readingRecognizer, ['en', 'sv']);
});

it.each([
  [
    'Can a token be split? And how do we renew the Action Pack?',
    ['tokens.split', 'renewal.action-pack'],
  ],
  ['Can a token be split, and what may licences be used for?', ['tokens.split', 'licenses.usage']],
  [
    'Kan en token delas? Dessutom undrar jag hur man förnyar action pack',
    ['tokens.split', 'renewal.action-pack'],
  ],
  ['We activated it on the wrong tenant. Can we have a new token?', ['tokens.replacement']],
  ['Can the token be split and shared and handed out?', ['tokens.split']],
  ['Hello', ['service.greeting']],
  ['Hello, this is Linda', ['service.greeting']],
])('%s asks %j', async (text, intents) => {
  expect(await intentsOf(text)).toEqual(intents);
});

it('says what each part reads', async () => {
  const { parts } = await recognize(
    'Hi!\nCan a token be split?\nAnd how do we renew the Action Pack?\nCheers, Mo',
  );
  expect(parts.map(({ text }) => text)).toEqual([
    'Can a token be split?',
    'how do we renew the Action Pack?',
  ]);
});

it('answers a forwarded question when the words above it ask nothing', async () => {
  const text = 'see below, pls advise\n\n> From: Rajesh\n> How do we renew the Action Pack?';
  expect(await intentsOf(text)).toEqual(['renewal.action-pack']);
});

it.each([
  ['and for a competency?', 'How do we renew the Action Pack?', 'renewal.competency'],
  ['no, I meant the key', 'Where is our token shown?', 'keys.more'],
  ['how long do I have?', 'Can we have a new token?', 'tokens.replacement'],
])('"%s" leans on "%s"', async (text, previousText, intent) => {
  const { parts } = await recognize(text, { previous: 'any.entry', previousText });
  expect(parts.map(({ followUp, intents }) => [followUp, intents[0]?.intent])).toEqual([
    [true, intent],
  ]);
});

it('leans by the only sentence that asks', async () => {
  const text =
    'Our sister company bought theirs when we moved to the new office. And for a competency?';
  const previousText = 'How do we renew the Action Pack?';
  const { parts } = await recognize(text, { previous: 'any.entry', previousText });
  expect(parts.map(({ intents }) => intents[0]?.intent)).toEqual(['renewal.competency']);
});

it('leans on a question that found no answer', async () => {
  const { parts } = await recognize('no, I meant the key', { previousText: 'Where is our token?' });
  expect(parts.map(({ intents }) => intents[0]?.intent)).toEqual(['keys.more']);
});

it.each(['Can a token be split between two subscriptions?', 'thanks'])(
  '"%s" leans on nothing',
  async (text) => {
    const context = { previous: 'any.entry', previousText: 'How do we renew the Action Pack?' };
    const { parts } = await recognize(text, context);
    expect(parts[0]?.followUp).toBeUndefined();
  },
);

it('places entities in the message as it was sent', async () => {
  const text = 'Hej!!!\r\n\r\nVi köpte ett ac\u200Btion pack den 3 maj, hur många har vi?';
  const { parts } = await recognize(text);
  const places = parts[0]?.entities.map(({ type, start, end }) => [type, text.slice(start, end)]);
  expect(places).toEqual([
    ['membership', 'ac\u200Btion pack'],
    ['date', 'den 3 maj'],
  ]);
});

it('gives each part its own entities', async () => {
  const { parts } = await recognize(
    'Can the Office token be split? And how do we renew the Action Pack?',
  );
  expect(parts.map(({ entities }) => entities.map(({ value }) => value))).toEqual([
    ['office'],
    ['action-pack'],
  ]);
});

it('reads the language from the own words, not from the quoted ones', async () => {
  const text =
    '> How do we renew the Action Pack and what does it cost us?\n\nkan någon svara på detta åt mig?';
  expect(await recognize(text)).toMatchObject({
    language: 'sv',
    languageEvidence: { source: 'written' },
  });
});

it('explains itself when asked', async () => {
  const { explanation } = await recognize('Can a token be split?', { explain: true });
  expect(explanation).toEqual({
    written: {
      language: 'en',
      score: expect.any(Number) as number,
      foreignScore: expect.any(Number) as number,
    },
    thresholds: { answer: 0.6, clarify: 0.2, margin: 0.1 },
    parts: [
      { nearest: [{ text: 'Can a token be split?', intent: 'tokens.split', similarity: 0.5 }] },
    ],
  });
  expect((await recognize('Can a token be split?')).explanation).toBeUndefined();
});

it('reads a message in the language that it is written in, and answers in the one asked for', async () => {
  const read: string[] = [];
  const listening = createLocalRecognizer({
    ...readingOptions,
    classifier: {
      ...keywordClassifier,
      classify(text, language) {
        read.push(language);
        return keywordClassifier.classify(text, language);
      },
    },
  });
  const context = { today: '2026-11-22', asked: 'sv' };
  const { language } = await listening.recognize('What may our licences be used for?', context);
  expect(language).toBe('sv');
  expect(new Set(read)).toEqual(new Set(['en']));
});
