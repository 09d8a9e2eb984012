import type { StatedBasis } from '../../../src/accounts/presentation';
import { entityIn } from '../builders';
import { basisOf, linesOf, state } from './state';

describe('an activation', () => {
  const first = 'token aktiverades den 3 maj på fel tenant, idag är det 20 maj. kan vi få en ny?';
  const entities = [
    entityIn(first, 'den 3 maj', { type: 'date', value: '2026-05-03' }),
    entityIn(first, '20 maj', { type: 'date', value: '2026-05-20', isToday: true }),
  ];
  const stillInTime =
    'Det är inte för sent. En token som aktiverades den 3 maj 2026 kan ersättas, en gång, till och med den 2 juni 2026: 13 dagar kvar.';

  it('on a day, judged by the day that the person calls today, and so in a follow-up', () => {
    const facts = state({
      entry: 'tokens.replacement',
      utterance: first,
      entities,
      language: 'sv',
    });
    expect(linesOf(facts)).toEqual([stillInTime]);
    const next = {
      entry: 'account.token',
      utterance: 'hur många dagar har vi på oss då?',
      language: 'sv',
    };
    expect(linesOf(state({ ...next, basis: basisOf(facts) }))).toEqual([stillInTime]);
  });

  it('and a later day without the word today', () => {
    const utterance = 'activated 3 May, can we swap on 20 May?';
    const both = [
      entityIn(utterance, '3 May', { type: 'date', value: '2026-05-03' }),
      entityIn(utterance, '20 May', { type: 'date', value: '2026-05-20' }),
    ];
    expect(
      linesOf(state({ entry: 'tokens.replacement', utterance, entities: both }))?.[0],
    ).toContain('13 days left');
  });

  it.each([
    [
      'en',
      '2026-11-02',
      'You are still in time. A token activated on 2 November 2026 can be replaced, once, up to and including 2 December 2026: 10 days left.',
    ],
    [
      'en',
      '2026-10-23',
      'You are still in time, but this is the last day. A token activated on 23 October 2026 can be replaced, once, up to and including 22 November 2026.',
    ],
    [
      'sv',
      '2026-10-08',
      'Det är för sent. En token som aktiverades den 8 oktober 2026 kunde ersättas till och med den 7 november 2026.',
    ],
  ])('in %s on %s', (language, value, line) => {
    const utterance = 'då';
    const dated = [entityIn(utterance, utterance, { type: 'date', value })];
    expect(
      linesOf(state({ entry: 'tokens.replacement', utterance, entities: dated, language })),
    ).toEqual([line]);
  });

  it.each([
    ['en', 40, 'After 40 days it is too late: the limit is 30 days after activation.'],
    ['sv', 45, 'Efter 45 dagar är det för sent: gränsen är 30 dagar efter aktiveringen.'],
    ['en', 29, 'After 29 days you are still in time: 1 day is left. It can be done once.'],
    ['sv', 1, 'Efter 1 dag är det inte för sent: 29 dagar återstår. Det går att göra en gång.'],
    [
      'en',
      30,
      'The thirtieth day after activation is the last one: that day you are still in time. It can be done once.',
    ],
  ])('some days ago, in %s: %i', (language, days, line) => {
    const utterance = `${days} d`;
    const span = [entityIn(utterance, utterance, { type: 'days', value: days })];
    expect(
      linesOf(state({ entry: 'tokens.replacement', utterance, entities: span, language })),
    ).toEqual([line]);
  });

  it('some days ago takes the place of an earlier date', () => {
    const basis: StatedBasis = { rule: 'token', dates: ['2026-11-20'] };
    const utterance = "what if it's been 40 days?";
    const span = [entityIn(utterance, '40 days', { type: 'days', value: 40 })];
    expect(
      linesOf(state({ entry: 'account.token', utterance, entities: span, basis }))?.[0],
    ).toContain('too late');
  });

  it('is not taken from what was told of a purchase', () => {
    const basis: StatedBasis = { rule: 'renewal', dates: ['2026-11-20'] };
    expect(state({ entry: 'tokens.replacement', utterance: 'how long?', basis })).toBeUndefined();
  });
});
