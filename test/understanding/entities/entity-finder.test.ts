import type { Entity } from '../../../src/core/recognition';
import { createEntityFinder } from '../../../src/understanding/entities/entity-finder';
import { entityWords, words } from '../words';

const find = createEntityFinder(words.entities, entityWords);
const TODAY = '2026-11-22';

/** "type value" of each entity, with the marks that a date may have. */
function found(text: string, language: string): readonly string[] {
  return find(text, language, TODAY).map((entity) => describeEntity(entity));
}

function describeEntity(entity: Entity): string {
  const others = 'readings' in entity ? (entity.readings ?? []).slice(1) : [];
  const marks = [...others, ...(entity.type === 'date' && entity.isToday ? ['today'] : [])];
  return [entity.type, entity.value, ...marks].join(' ');
}

it.each([
  ['activated on 3 May', 'date 2026-05-03'],
  ['activated on 3 December', 'date 2025-12-03'],
  ['bought 15 March 2021 if that helps', 'date 2021-03-15'],
  ['bought on 29 February 2020', 'date 2020-02-29'],
  ['it was 45 days ago', 'date 2026-10-08'],
  ['two weeks ago', 'period 2026-11-05/2026-11-11'],
  ['a month back', 'period 2026-10-18/2026-10-28'],
  ['yesterday', 'date 2026-11-21'],
  ['last Friday', 'date 2026-11-20'],
  ['on 3/5', 'date 2026-03-05 2026-05-03'],
  ['on 3/5/2021', 'date 2021-03-05 2021-05-03'],
  ['on 13/5', 'date 2026-05-13'],
  ['on 5/5', 'date 2026-05-05'],
  ['2021-05-03', 'date 2021-05-03'],
  ['on 12.4.22', 'date 2022-04-12'],
  ['20220412', 'date 2022-04-12'],
  ["Oct 5th '25", 'date 2025-10-05'],
  ['the first of October', 'date 2026-10-01'],
  ['bought on 29 February', 'date 2024-02-29'],
  ['the day before yesterday', 'date 2026-11-20'],
  ['half a year ago', 'period 2026-05-08/2026-06-07'],
  ['a year and a half ago', 'period 2025-04-23/2025-06-24'],
  ["what if it's been 40 days?", 'days 40'],
  ['within thirty days', 'days 30'],
  ['after six weeks', 'days 42'],
  ['twenty-five seats', 'number 25'],
  ['two hundred seats', 'number 200'],
  ['1,200 seats', 'number 1200'],
  ['a Windows 10 key', 'product windows'],
  ['Office 365', 'product microsoft-365'],
  ['VS Enterprise', 'product visual-studio-enterprise'],
  ['the MAP', 'membership action-pack'],
  ['the Learning Action Pack', 'membership learning-action-pack'],
  ['14 days ago', 'date 2026-11-08'],
  ['a few weeks ago', 'period 2026-10-11/2026-11-08'],
  ['more than 30 days ago', 'period 2026-09-23/2026-10-22'],
  ['almost a month ago', 'period 2026-10-24/2026-11-22'],
  ['3 weeks and 2 days ago', 'date 2026-10-30'],
  ['the first of the ninth', 'date 2026-09-01'],
  ['the third of the second twenty twenty-five', 'date 2025-02-03'],
  ['24-09-01', 'date 2024-09-01'],
  ['1 Sept 24', 'date 2024-09-01'],
  ['this morning', 'date 2026-11-22'],
  ['gold competency', 'membership competency'],
  ["yesterday's activation", 'date 2026-11-21'],
  ['todays activation', 'date 2026-11-22'],
  ["last Friday's activation", 'date 2026-11-20'],
])('English: %s', (text, entity) => {
  expect(found(text, 'en')).toEqual([entity]);
});

it.each([
  ['aktiverades den 3 maj', 'date 2026-05-03'],
  ['aktiverades den 24 december', 'date 2025-12-24'],
  ['den 3:e maj', 'date 2026-05-03'],
  ['den tredje maj', 'date 2026-05-03'],
  ['1 september 2020', 'date 2020-09-01'],
  ['för 45 dagar sedan', 'date 2026-10-08'],
  ['för sex veckor sen', 'period 2026-10-06/2026-10-16'],
  ['i går', 'date 2026-11-21'],
  ['i fredags', 'date 2026-11-20'],
  ['12/4 2022', 'date 2022-04-12 2022-12-04'],
  ['5 okt -25', 'date 2025-10-05'],
  ['den förste maj', 'date 2026-05-01'],
  ['den 29 februari', 'date 2024-02-29'],
  ['för halvannan månad sedan', 'period 2026-10-03/2026-10-13'],
  ['3/5', 'date 2026-05-03 2026-03-05'],
  ['om det har gått 40 dagar', 'days 40'],
  ['sex veckor', 'days 42'],
  ['ett halvår', 'days 182'],
  ['tjugofem platser', 'number 25'],
  ['tvåhundra platser', 'number 200'],
  ['officenyckeln', 'product office'],
  ['SQL-licenserna', 'product sql-server'],
  ['den 3 maj på fel tenant', 'date 2026-05-03'],
  ['för en månad sedan', 'period 2026-10-18/2026-10-28'],
  ['för några veckor sedan', 'period 2026-10-11/2026-11-08'],
  ['för mer än 30 dagar sedan', 'period 2026-09-23/2026-10-22'],
  ['för nästan en månad sedan', 'period 2026-10-24/2026-11-22'],
  ['för tre veckor och två dagar sedan', 'date 2026-10-30'],
  ['den första i nionde', 'date 2026-09-01'],
  ['första i nionde tjugotjugofyra', 'date 2024-09-01'],
  ['24-09-01', 'date 2024-09-01'],
  ['1 sep 24', 'date 2024-09-01'],
  ['förra fredagen', 'date 2026-11-20'],
  ['i morse', 'date 2026-11-22'],
  ['silverkompetensen', 'membership competency'],
  ['gårdagens aktivering', 'date 2026-11-21'],
  ['dagens aktivering', 'date 2026-11-22'],
  ['fredagens aktivering', 'date 2026-11-20'],
  ['aktiverades på fredagen', 'date 2026-11-20'],
  ['förra lördagens aktivering', 'date 2026-11-21'],
  ['i lordags', 'date 2026-11-21'],
  ['i gar', 'date 2026-11-21'],
  ['den forsta maj', 'date 2026-05-01'],
  ['tjugoforsta i nionde', 'date 2026-09-21'],
  ['for tva veckor sedan', 'period 2026-11-05/2026-11-11'],
  ['for 45 dar sen', 'date 2026-10-08'],
])('Swedish: %s', (text, entity) => {
  expect(found(text, 'sv')).toEqual([entity]);
});

it.each([
  ['may I share one of them', 'en'],
  ['24/7 support at 10am', 'en'],
  ['sat on it', 'en'],
  ['får jag dela en av dem', 'sv'],
  ['April 31', 'en'],
  ['29 February 2021', 'en'],
  ['and the last day?', 'en'],
  ['next Friday', 'en'],
  ['on 3 May next year', 'en'],
  ['den 3 maj nästa år', 'sv'],
  ['nästa fredag', 'sv'],
  ['on Fridays', 'en'],
  ['min första fråga', 'sv'],
  ['tredje gången jag frågade', 'sv'],
  ['frånvaro 3 dagar', 'sv'],
  ['fredlig och fri, för 2', 'sv'],
  ['lördagsgodis åt 4', 'sv'],
  ['min forsta fraga', 'sv'],
])('finds no date in "%s"', (text, language) => {
  expect(found(text, language).filter((entity) => entity.startsWith('date'))).toEqual([]);
});

it.each([
  ['bought last spring', 'period 2026-03-01/2026-05-31 2025-03-01/2025-05-31'],
  ['some time in the spring', 'period 2026-03-01/2026-05-31'],
  ['last autumn', 'period 2025-09-01/2025-11-30'],
  ['last winter', 'period 2025-12-01/2026-02-28'],
  ['in March', 'period 2026-03-01/2026-03-31'],
  ['back in December', 'period 2025-12-01/2025-12-31'],
  ['in November', 'period 2026-11-01/2026-11-22'],
  ['in March last year', 'period 2025-03-01/2025-03-31'],
  ['last year in March', 'period 2025-03-01/2025-03-31'],
  ['March 2024', 'period 2024-03-01/2024-03-31'],
  ['mid-May', 'period 2026-05-11/2026-05-21'],
  ['at the end of May', 'period 2026-05-20/2026-05-31'],
  ['over Christmas', 'period 2025-12-20/2026-01-06'],
  ['at the turn of the year', 'period 2025-12-27/2026-01-06'],
  ['in the winter of 2024', 'period 2024-12-01/2025-02-28 2023-12-01/2024-02-29'],
  ['last month', 'period 2026-10-01/2026-10-31'],
  ['last week', 'period 2026-11-09/2026-11-15'],
  ['last year', 'period 2025-01-01/2025-12-31'],
  ['bought this year', 'period 2026-01-01/2026-11-22'],
  ["last month's token", 'period 2026-10-01/2026-10-31'],
  ['last week’s token', 'period 2026-11-09/2026-11-15'],
  ["last year's keys", 'period 2025-01-01/2025-12-31'],
  ["this month's keys", 'period 2026-11-01/2026-11-22'],
  ['this week', 'period 2026-11-16/2026-11-22'],
  ['the previous month', 'period 2026-10-01/2026-10-31'],
  ["last winter's purchase", 'period 2025-12-01/2026-02-28'],
  ["October's keys", 'period 2026-10-01/2026-10-31'],
  ['at the end of last month', 'period 2026-10-20/2026-10-31'],
  ["next week's renewal", ''],
  ["Jan's keys", ''],
  ['next spring', ''],
  ['in March next year', ''],
  ['we may fall behind, march on', ''],
])('English period: %s', (text, entity) => {
  expect(found(text, 'en')).toEqual(entity === '' ? [] : [entity]);
});

it.each([
  ['förra våren', 'period 2026-03-01/2026-05-31 2025-03-01/2025-05-31'],
  ['köpte det i våras', 'period 2026-03-01/2026-05-31'],
  ['i julas', 'period 2025-12-20/2026-01-06'],
  ['i somras', 'period 2026-06-01/2026-08-31'],
  ['i mars', 'period 2026-03-01/2026-03-31'],
  ['i mars i fjol', 'period 2025-03-01/2025-03-31'],
  ['förra året i mars', 'period 2025-03-01/2025-03-31'],
  ['våren 2024', 'period 2024-03-01/2024-05-31'],
  ['vid årsskiftet', 'period 2025-12-27/2026-01-06'],
  ['i mitten av maj', 'period 2026-05-11/2026-05-21'],
  ['i början av september 2025', 'period 2025-09-01/2025-09-11'],
  ['i fjol', 'period 2025-01-01/2025-12-31'],
  ['förra veckan', 'period 2026-11-09/2026-11-15'],
  ['förra månadens token', 'period 2026-10-01/2026-10-31'],
  ['forra veckans token', 'period 2026-11-09/2026-11-15'],
  ['fjolårets nycklar', 'period 2025-01-01/2025-12-31'],
  ['årets nycklar', 'period 2026-01-01/2026-11-22'],
  ['månadens nycklar', 'period 2026-11-01/2026-11-22'],
  ['den här veckan', 'period 2026-11-16/2026-11-22'],
  ['föregående månad', 'period 2026-10-01/2026-10-31'],
  ['vinterns köp', 'period 2025-12-01/2026-02-28'],
  ['oktobers nycklar', 'period 2026-10-01/2026-10-31'],
  ['i slutet av förra månaden', 'period 2026-10-20/2026-10-31'],
  ['nästa veckas förnyelse', ''],
  ['en månads uppsägning', ''],
  ['Jans nycklar', ''],
  ['i vår tenant', ''],
  ['i mars nästa år', ''],
])('Swedish period: %s', (text, entity) => {
  expect(found(text, 'sv')).toEqual(entity === '' ? [] : [entity]);
});

it.each([
  ['this Friday', 'en', 'coming 2026-11-27'],
  ['tomorrow', 'en', 'coming 2026-11-23'],
  ['på måndag', 'sv', 'coming 2026-11-23'],
  ['i morgon', 'sv', 'coming 2026-11-23'],
  ["tomorrow's renewal", 'en', 'coming 2026-11-23'],
  ['morgondagens förnyelse', 'sv', 'coming 2026-11-23'],
  ['i övermorgon', 'sv', 'coming 2026-11-24'],
  ['pa lordag', 'sv', 'coming 2026-11-28'],
  ['3 december 2026', 'sv', 'coming 2026-12-03'],
  ['den 15', 'sv', 'day 15'],
  ['den 3:e', 'sv', 'day 3'],
  ['it was the 1st, 2025', 'en', 'day 1'],
  ['the 2nd token', 'en', ''],
])('%s (%s)', (text, language, entity) => {
  expect(found(text, language)).toEqual(entity === '' ? [] : [entity]);
});

it.each([
  ['activated on Friday', '2026-11-20', '2026-11-27'],
  ['on 3 December', '2025-12-03', '2026-12-03'],
  ['on 29 February', '2024-02-29', '2028-02-29'],
])('knows what "%s" is if it is still to come', (text, value, coming) => {
  expect(find(text, 'en', TODAY)).toMatchObject([{ type: 'date', value, coming }]);
});

it('marks a date in words up to its end', () => {
  const [date] = find('aktiverad i går kväll', 'sv', TODAY);
  expect(date).toMatchObject({ text: 'i går', start: 10, end: 15 });
});

it.each(['Office 2016', 'in 2021'])('takes no year for a number in "%s"', (text) => {
  expect(found(text, 'en').filter((entity) => entity.startsWith('number'))).toEqual([]);
});

it('sees the other dates from the day that is said to be today', () => {
  const text = 'aktiverades den 3 juni, idag är det 20 maj';
  expect(found(text, 'sv')).toEqual(['date 2025-06-03', 'date 2026-05-20 today']);
});

it('finds several, in order, each in its place', () => {
  const text = 'We bought 25 Office licences two weeks ago';
  const entities = find(text, 'en', TODAY);
  expect(entities.map(({ type }) => type)).toEqual(['number', 'product', 'period']);
  for (const { start, end, text: own } of entities) expect(text.slice(start, end)).toBe(own);
});

it.each([
  ['Monday last week', 'en', '2026-11-09'],
  ['måndag förra veckan', 'sv', '2026-11-09'],
  ['fredag förra veckan', 'sv', '2026-11-13'],
])('%s in %s', (text, language, value) => {
  expect(find(text, language, TODAY)).toContainEqual(
    expect.objectContaining({ type: 'date', value }),
  );
});

it.each([
  ['more than 40 days', 'en', 'more'],
  ['nästan 30 dagar', 'sv', 'less'],
  ['ungefär tre veckor', 'sv', 'about'],
  ['a month', 'en', 'about'],
  ['40 dagar', 'sv', undefined],
])('a span is only as certain as it is told: %s', (text, language, bound) => {
  expect(find(text, language, TODAY)[0]).toMatchObject({ type: 'days', ...(bound && { bound }) });
  expect('bound' in (find(text, language, TODAY)[0] ?? {})).toBe(bound !== undefined);
});

it('takes numbers without end in its stride', () => {
  expect(find('1 1 1 '.repeat(600), 'en', TODAY).length).toBeLessThanOrEqual(100);
});
