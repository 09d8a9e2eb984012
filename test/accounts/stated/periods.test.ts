import type { StatedBasis, StatedFacts } from '../../../src/accounts/presentation';
import { createEntityFinder } from '../../../src/understanding/entities/entity-finder';
import { entityWords, words } from '../../understanding/words';
import { basisOf, linesOf, state } from './state';

const find = createEntityFinder(words.entities, entityWords);
const TODAY = '2026-11-23';

/** What is worked out with a message as it is read, after what was told before. */
function told(
  utterance: string,
  { entry = 'renewal.action-pack', language = 'en', basis }: Told = {},
): StatedFacts | undefined {
  const entities = find(utterance, language, TODAY);
  return state({
    ...{ entry, utterance, entities, language, today: TODAY },
    ...(basis && { basis }),
  });
}

interface Told {
  readonly entry?: string;
  readonly language?: string;
  readonly basis?: StatedBasis | undefined;
}

describe('a purchase in a period', () => {
  it.each([
    ['we bought it in March', 'en', '2 March at the earliest and 1 April 2027 at the latest'],
    ['vi köpte det i somras', 'sv', 'tidigast den 2 juni och senast den 1 september 2027'],
    ['vi köpte det vid årsskiftet', 'sv', 'tidigast den 28 december 2026 och senast den 7 januari'],
    ['det var nog i början av juli', 'sv', 'tidigast den 2 juli och senast den 13 juli 2027'],
    ['vi kopte det i varas', 'sv', 'tidigast den 2 mars och senast den 1 juni 2027'],
    ['bought over Christmas 2023', 'en', '21 December 2026 at the earliest and 7 January 2027'],
    ['vi köpte det 2024', 'sv', 'tidigast den 2 januari 2026 och senast den 1 januari 2027'],
  ])('%s: both ends, and the day is asked for', (utterance, language, ends) => {
    const facts = told(utterance, { language });
    expect(linesOf(facts)?.[0]).toContain(ends);
    expect(facts).toMatchObject({ lacks: 'day' });
    expect(linesOf(facts)?.at(-1)).toMatch(/which day|vilken dag/);
  });

  it('tells on which days of purchase the window is open today', () => {
    expect(linesOf(told('we bought it in November 2025'))?.[1]).toBe(
      'It is open today if the purchase was made between 1 November and 22 November 2025.',
    );
  });

  it.each([
    ['we bought it last spring', 'en', 'When was that?'],
    ['vi köpte det förra våren', 'sv', 'När var det?'],
  ])('%s: which one is asked', (utterance, language, question) => {
    expect(told(utterance, { language })).toEqual({
      kind: 'which',
      question,
      choices: [
        { id: '2026-03-01/2026-05-31', title: expect.stringContaining('2026') as string },
        { id: '2025-03-01/2025-05-31', title: expect.stringContaining('2025') as string },
      ],
    });
  });

  it.each([
    ['can we renew in March?', 'en'],
    ['kan vi förnya det i mars?', 'sv'],
  ])('is not what "%s" tells', (utterance, language) => {
    expect(told(utterance, { language })).toBeUndefined();
  });
});

describe('a date told in pieces', () => {
  const lineAfter = (first: string, next: string, language = 'en') =>
    linesOf(told(next, { language, basis: basisOf(told(first, { language })) }))?.[0];

  it.each([
    ['I bought it in September', '2025, the 1st', 'en', 'bought on 1 September 2025'],
    ['I bought it in September', 'the 15th', 'en', 'bought on 15 September 2026'],
    ['I bought it in September', '2025', 'en', 'between 1 September and 30 September 2025'],
    ['köpte det i november', '2024', 'sv', 'mellan den 1 november och den 30 november 2024'],
    ['köpte det i september', 'i fjol, den 1:a', 'sv', 'köptes den 1 september 2025'],
    ['bought on 1 September', '2024', 'en', 'bought on 1 September 2024'],
    ['bought on 1 September', 'and in 2028?', 'en', 'In 2028 the window'],
  ])('%s, %s', (first, next, language, line) => {
    expect(lineAfter(first, next, language)).toContain(line);
  });

  it('asks which of several days of that number', () => {
    const basis = basisOf(told('we bought it in the spring'));
    expect(told('the 15th', { basis })).toMatchObject({
      kind: 'which',
      choices: [{ id: '2026-03-15' }, { id: '2026-04-15' }, { id: '2026-05-15' }],
    });
  });
});

describe('an anniversary', () => {
  it.each([
    ['our anniversary is 14 November', 'The window is open now: 21 days left'],
    ['our anniversary is 30 November', 'opens on 1 December 2026, in 8 days'],
    ['our anniversary is in November', '2 November at the earliest and 1 December 2026'],
    ['our anniversary is in December', '2 December 2026 at the earliest and 1 January 2027'],
  ])('%s', (utterance, line) => {
    expect(linesOf(told(utterance))?.[0]).toContain(line);
  });

  it('keeps being one when its day is told', () => {
    const basis = basisOf(told('our anniversary is in December'));
    expect(linesOf(told('the 12th', { basis }))).toEqual([
      'The next window opens on 13 December 2026, in 20 days, and closes on 11 January 2027.',
    ]);
  });
});

describe('an activation in a period', () => {
  it.each([
    ['we activated it this year', /^It depends on the day\. .* on 24 October 2026 or later/],
    ['activated last month', /^It depends on the day/],
    ['activated in November', /1 December at the earliest and 23 December 2026 at the latest/],
    ['activated in mid-May', /^It is too late\. .* until 20 June 2026 at the latest/],
  ])('%s', (utterance, line) => {
    expect(linesOf(told(utterance, { entry: 'tokens.replacement' }))?.[0]).toMatch(line);
  });

  it('leaves nothing to ask when it is too late on any day', () => {
    const facts = told('activated in mid-May', { entry: 'tokens.replacement' });
    expect(facts).not.toHaveProperty('lacks');
  });
});

it.each([
  ['our anniversary is in March', 'is extended through'],
  ['our anniversary is in August', "isn't covered"],
  ['our anniversary was in the summer of 2021', 'It depends on the day'],
])('the COVID-19 extension: %s', (utterance, line) => {
  expect(linesOf(told(utterance, { entry: 'renewal.covid-extension' }))?.[0]).toContain(line);
});

describe('a day still to come', () => {
  it.each([
    ['if we activate it on Friday, until when?', 'tokens.replacement', 'en', '27 December 2026'],
    ['om vi aktiverar den på fredag', 'account.token', 'sv', 'till och med den 27 december 2026'],
    ['if we buy it on 3 December', 'renewal.action-pack', 'en', '4 December 2027'],
    ['om vi köper det på fredag', 'renewal.competency', 'sv', 'som köps den 27 november 2026'],
  ])('%s', (utterance, entry, language, line) => {
    expect(linesOf(told(utterance, { entry, language }))?.[0]).toContain(line);
  });

  it.each([
    ['we buy at 15 of march last year', 'bought on 15 March 2025'],
    ['we bought on 3 December', 'bought on 3 December 2025'],
  ])('is not what "%s" tells', (utterance, line) => {
    expect(linesOf(told(utterance))?.[0]).toContain(line);
  });

  it('is none of an activation that has been', () => {
    const facts = told('if it was activated on Friday', { entry: 'tokens.replacement' });
    expect(linesOf(facts)?.[0]).toContain('activated on 20 November 2026');
  });
});

describe('an activation that is only roughly told', () => {
  const entry = 'tokens.replacement';

  it.each([
    [
      'we activated it a month ago',
      'en',
      'It depends on the day. A token activated on 24 October 2026 or later',
    ],
    [
      'vi aktiverade den för en månad sedan',
      'sv',
      'Det beror på vilken dag det var. En token som aktiverades den 24 oktober 2026',
    ],
    ['we activated it four weeks ago', 'en', 'It depends on the day.'],
    [
      'it was activated two weeks ago',
      'en',
      'You are still in time. A token activated between 6 November and 12 November',
    ],
    [
      'den aktiverades för två veckor sedan',
      'sv',
      'Det är inte för sent. En token som aktiverades mellan den 6 november och den 12 november',
    ],
    ['we activated it more than 30 days ago', 'en', 'It is too late.'],
    ['den aktiverades för över en månad sedan', 'sv', 'Det är för sent.'],
    ['activated six weeks ago', 'en', 'It is too late.'],
  ])('%s (%s)', (utterance, language, line) => {
    expect(linesOf(told(utterance, { entry, language }))?.[0]).toContain(line);
  });

  it.each([
    ["what if it's been more than 30 days?", 'en', 'too late'],
    ['och om det gått två månader?', 'sv', 'för sent'],
  ])('%s (%s): too late whatever it is', (utterance, language, line) => {
    expect(linesOf(told(utterance, { entry, language }))?.[0]).toContain(line);
  });

  it.each([
    ["what if it's been less than 30 days?", 'en'],
    ["what if it's been a month?", 'en'],
    ['och om det gått en månad?', 'sv'],
  ])('%s (%s): the rule says it better', (utterance, language) => {
    expect(told(utterance, { entry, language })).toBeUndefined();
  });

  it.each([
    ['and 20?', 'en', '10 days are left'],
    ['31 då?', 'sv', 'för sent'],
  ])('%s (%s) takes the place of the days told before', (utterance, language, line) => {
    const basis = basisOf(told('what if it has been 40 days?', { entry }));
    expect(linesOf(told(utterance, { entry, language, basis }))?.[0]).toContain(line);
  });
});

describe('a purchase told before', () => {
  const basis = basisOf(told('bought on 1 September 2020'));

  it.each([
    ['and next year?', 'en', '2 September 2027'],
    ['och nästa år?', 'sv', '2 september 2027'],
    ['what if it had been the 10th?', 'en', 'bought on 10 September 2020'],
    ['om det hade varit den 10:e?', 'sv', 'köptes den 10 september 2020'],
    ['and when does it close?', 'en', '1 October'],
  ])('%s (%s)', (utterance, language, line) => {
    expect(linesOf(told(utterance, { language, basis }))?.join(' ')).toContain(line);
  });
});
