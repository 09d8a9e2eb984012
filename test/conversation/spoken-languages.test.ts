import { TestAdapter, type TurnContext } from 'botbuilder';
import { SpokenLanguages } from '../../src/conversation/spoken-languages';
import { setTurn, type Turn } from '../../src/conversation/turn';
import type { Recognition } from '../../src/core/recognition';
import type { UtteranceContext } from '../../src/understanding/recognizers/recognizer';
import { fakeRecognizer } from '../support/fake-recognizer';

/** With what the recognizer is asked for the language of a failed turn, after one that was understood so. */
async function contextAfter(languageEvidence: Recognition['languageEvidence']) {
  const fake = fakeRecognizer({});
  const contexts: UtteranceContext[] = [];
  const spoken = new SpokenLanguages({
    recognizer: {
      recognize: (text, context) => {
        contexts.push(context);
        return fake.recognize(text, context);
      },
    },
    ...{ languages: ['en', 'sv'], defaultLanguage: 'en', timeZone: 'UTC' },
    now: () => new Date('2026-11-23T08:00:00Z'),
  });
  const understood = await fake.recognize('hej', { today: '2026-11-23', locale: 'sv-SE' });
  const adapter = new TestAdapter(async (context: TurnContext) => {
    const { text } = context.activity;
    if (text === 'fails') await spoken.of(context);
    else
      setTurn({
        context,
        utterance: text,
        recognition: { ...understood, languageEvidence },
      } as Turn);
  }).use(spoken);
  await adapter.send('hej').send('fails').startTest();
  return contexts;
}

it('tells a failed turn in the language that the person asked for', async () => {
  expect(await contextAfter({ source: 'asked', score: 1 })).toMatchObject([
    { asked: 'sv', remembered: 'sv' },
  ]);
});

it('else leaves it to the words, with the last language in mind', async () => {
  expect(await contextAfter({ source: 'written', score: 1 })).toMatchObject([
    { asked: undefined, remembered: 'sv' },
  ]);
});
