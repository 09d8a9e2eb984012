import { createNameFinder } from '../../../src/understanding/entities/find-names';
import { createCueReader } from '../../../src/understanding/follow-ups/follow-up-cues';
import { createFollowUpReader } from '../../../src/understanding/follow-ups/follow-up-reader';
import { entityWords, functionWords, messageWords, negations, words } from '../words';

const { read, readNext } = createFollowUpReader({
  readCues: createCueReader(messageWords, functionWords),
  findNames: createNameFinder(words.entities, [...entityWords.values()]),
  negations,
});

/** The reading that counts most besides the words alone. */
function mainReading(text: string, previousText: string): string | undefined {
  return read(text, previousText)
    ?.readings.slice(1)
    .reduce((best, reading) => (reading.weight >= best.weight ? reading : best)).text;
}

it.each([
  [
    'and for a competency?',
    'When can we renew the Action Pack?',
    'When can we renew the competency?',
  ],
  ['och till Office?', 'Behövs nyckel till Windows Server?', 'Behövs nyckel till Office?'],
  ['same for Office?', 'Can we keep Windows Server?', 'Can we keep Office?'],
])('%s asks the same of something else', (text, previousText, reading) => {
  expect(read(text, previousText)?.kind).toBe('ellipsis');
  expect(mainReading(text, previousText)).toBe(reading);
});

it.each([
  ['no, I meant the key', 'Can we get a new token?', 'Can we get a new key?'],
  ['sorry, I meant the key, not the token', 'is our token used up?', 'is our key used up?'],
  ['nej, kompetensen menade jag', 'Hur förnyar man Action Pack?', 'Hur förnyar man kompetensen?'],
  ['no, the competency', 'How do I renew it?', 'competency How do I renew it?'],
])('%s corrects the question', (text, previousText, reading) => {
  expect(read(text, previousText)?.kind).toBe('correction');
  expect(mainReading(text, previousText)).toBe(reading);
});

it.each([
  "what if it's been 40 days?",
  'och sista dagen?',
  'how long do I have?',
  'is that how all of them work?',
  'vad händer om vi inte gör det?',
  'why?',
])('%s leans on the turn before', (text) => {
  expect(read(text, 'Can a token be replaced?')?.kind).toBe('ellipsis');
});

it.each([
  'How many Visual Studio seats do we have?',
  'vilka licenser ingår i Action Pack',
  'Hur förnyar man en kompetens?',
  'min katt vägrar äta',
  'We have used every activation of our key and now the installer refuses, so where do we turn for more of them?',
  '',
])('"%s" stands on its own', (text) => {
  expect(read(text, 'Can a token be replaced?')).toBeUndefined();
});

it('lets the second question of a message share the subject of the first', () => {
  const { readings } = readNext(
    'may two people use one licence?',
    'Is Visual Studio in the Action Pack?',
  );
  expect(readings.map(({ text }) => text)).toContain(
    'Visual Studio Action Pack may two people use one licence?',
  );
});
