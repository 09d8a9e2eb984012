import { createNameFinder } from '../../../src/understanding/entities/find-names';
import { createCueReader } from '../../../src/understanding/follow-ups/follow-up-cues';
import { createFollowUpReader } from '../../../src/understanding/follow-ups/follow-up-reader';
import { empty, entityWords, messageWords, negations, words } from '../words';

const tools = {
  readCues: createCueReader(messageWords, empty),
  countStrangers: () => 0,
  findNames: createNameFinder(words.entities, [...entityWords.values()]),
  negations,
};
const reader = createFollowUpReader(tools);

const read = (text: string, previousText: string) =>
  reader.read({ text, language: 'en' }, { text: previousText });

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
  'min katt har vägrat att äta sin mat',
  'We have used every activation of our key and now the installer refuses, so where do we turn for more of them?',
  '',
])('"%s" may stand on its own', (text) => {
  expect(read(text, 'Can a token be replaced?')?.isComplete ?? true).toBe(true);
});

it.each([
  ['och 31?', 'dated'],
  ['and 20?', 'dated'],
  ['does it apply to a competency too?', 'scope'],
  ['gäller det även kompetenser?', 'scope'],
  ['a competency as well?', 'replacement'],
  ['kompetenserna då?', 'replacement'],
  ['what must be done in that event?', 'predicate'],
])('reads "%s" as %s', (text, row) => {
  expect(read(text, 'Can a token be replaced?')?.row).toBe(row);
});

it.each([
  ['no, I meant the key', true],
  ['no, I meant the office token', false],
])('of "%s" it is %s that something else is meant', (text, isElsewhere) => {
  const { stay = 0 } = read(text, 'Can our token be replaced?') ?? {};
  expect(stay < 0).toBe(isElsewhere);
});

it('reads a bare date as an answer to what was left open', () => {
  const dated = { text: '', isDated: true, language: 'en' };
  const { stay = 0 } = reader.read(dated, { text: 'Can our token be replaced?' }) ?? {};
  expect(stay).toBeGreaterThan(0);
});

it.each([
  ["and what if we don't?", 'en'],
  ['tänk om vi glömmer det', 'sv'],
])('"%s" asks what happens otherwise', (text, language) => {
  const antecedent = { it: 'the pack', unless: 'what if nobody renews' };
  const found = reader.read({ text, language }, { text: 'How do we renew?', antecedent });
  expect(found?.readings.map((reading) => reading.text)).toContain(`${text} what if nobody renews`);
});

it('leaves out what a correction refuses', () => {
  const found = read('no, the key, not the token', 'Can our token be replaced?');
  expect(found?.readings.map((reading) => reading.text)).toEqual([
    'no, the key, not the',
    'Can our key be replaced?',
    'Can our token be replaced? no, the key, not the token',
  ]);
});

it('lets the second question of a message share the subject of the first', () => {
  const { readings } = reader.readNext(
    { text: 'may two people use one licence?', language: 'en' },
    { text: 'Is Visual Studio in the Action Pack?' },
  );
  expect(readings.map(({ text }) => text)).toContain(
    'Visual Studio Action Pack may two people use one licence?',
  );
});

it.each([
  ['and Windows on the tablets?', 1, true],
  ['and Windows on grandmother tablets?', 2, false],
  ['and the tablets?', 1, false],
  ['Windows on the tablets, can we put it there?', 1, false],
])('"%s" with %d strange words: taken for one of our questions: %s', (text, strangers, isHome) => {
  const strict = createFollowUpReader({ ...tools, countStrangers: () => strangers });
  const before = { text: 'Do we need a key for Office?' };
  const { home = 0 } = strict.read({ text, language: 'en' }, before) ?? {};
  expect(home > 0).toBe(isHome);
});
