import {
  buildAccount,
  buildActionPack,
  buildCompetency,
  buildKey,
  buildToken,
  entityIn,
  granted,
} from './builders';
import { linesOf, present, shownIn } from './present';

describe('selectItems', () => {
  const keys = buildAccount({
    productKeys: granted(
      buildKey({ id: 'ws', name: 'Windows Server 2022' }),
      buildKey({ id: 'w11', name: 'Windows 11 Enterprise', ending: 'AAAAA' }),
      buildKey({ id: 'office', name: 'Office LTSC 2021', ending: 'BBBBB' }),
    ),
  });
  const tokens = buildAccount({
    tokens: granted(
      buildToken({ id: 'may', activatedOn: '2026-05-03' }),
      buildToken({ id: 'march', seats: 5, activatedOn: '2026-03-05' }),
      buildToken({ id: 'new', name: 'Dynamics 365' }),
    ),
  });

  it.each([
    ['the office key', ['office']],
    ['vår Windows-nyckel', ['ws', 'w11']],
    ['hur är det med servernyckeln', ['ws']],
    ['the one ending in bbbbb', ['office']],
    ['our keys', ['ws', 'w11', 'office']],
  ])('by words: %s', (utterance, ids) => {
    expect(shownIn(present('keys', keys, { utterance }))).toEqual(ids);
  });

  it('by product', () => {
    const utterance = 'kontorspaketet';
    const entities = [entityIn(utterance, utterance, { type: 'product', value: 'office' })];
    expect(shownIn(present('keys', keys, { utterance, entities }))).toEqual(['office']);
  });

  it('finds no product that the company does not have', () => {
    const utterance = 'our Exchange key';
    const entities = [entityIn(utterance, 'Exchange', { type: 'product', value: 'exchange' })];
    expect(present('keys', keys, { utterance, entities })).toEqual({
      kind: 'unmatched',
      line: "I can't find a product key of Fjällberg IT AB that fits “Exchange”.",
    });
  });

  it.each([
    ['tokenen från den 3 maj', 'den 3 maj', { value: '2026-05-03' }, ['may']],
    [
      'the token from 3/5',
      '3/5',
      { value: '2026-05-03', readings: ['2026-05-03', '2026-03-05'] },
      ['may', 'march'],
    ],
    ['the token from 4 May', '4 May', { value: '2026-05-04' }, ['unmatched']],
    ['can it be replaced today', 'today', { value: '2026-08-19' }, ['may', 'march', 'new']],
  ])('by date: %s', (utterance, text, date, ids) => {
    const entities = [entityIn(utterance, text, { type: 'date', ...date })];
    expect(shownIn(present('token', tokens, { utterance, entities }))).toEqual(ids);
  });

  it.each([
    ["last month's token", "last month's", '2026-07-01/2026-07-31', ['unmatched']],
    ["this year's tokens", "this year's", '2026-01-01/2026-08-19', ['may', 'march']],
    ['can it be replaced this week', 'this week', '2026-08-17/2026-08-19', ['may', 'march', 'new']],
  ])('by period: %s', (utterance, text, value, ids) => {
    const entities = [entityIn(utterance, text, { type: 'period', value })];
    expect(shownIn(present('token', tokens, { utterance, entities }))).toEqual(ids);
  });

  it.each([
    ['en', 'the token from May', ['may']],
    ['sv', 'tokenen från mars 2026', ['march']],
    ['sv', 'den från mars 2025', ['unmatched']],
    ['en', 'may we replace it', ['may', 'march', 'new']],
  ])('by month, in %s: %s', (language, utterance, ids) => {
    expect(shownIn(present('token', tokens, { utterance, language }))).toEqual(ids);
  });

  it('by seats', () => {
    expect(
      shownIn(present('token', tokens, { utterance: '25-platserstoken för M365' })),
    ).toHaveLength(2);
  });

  it.each([
    ['en', 'and how many are left?', 'office', ['office']],
    ['en', 'how many are left on all of them?', 'office', ['ws', 'w11', 'office']],
    ['sv', 'och den andra?', 'office', ['which']],
    ['sv', 'och servern?', 'office', ['ws']],
    ['en', 'and the other one?', 'gone', ['ws', 'w11', 'office']],
  ])('in a follow-up in %s: %s', (language, utterance, chosen, ids) => {
    expect(shownIn(present('keys', keys, { utterance, chosen, language }))).toEqual(ids);
  });

  it.each([
    ['en', 'and the other one?', "I don't see another one."],
    ['sv', 'och den andra?', 'Jag hittar inget mer.'],
  ])('says in %s that there is no other one', (language, utterance, line) => {
    const own = buildAccount({ memberships: granted(buildActionPack()) });
    const [first] = linesOf(present('renewal', own, { language, utterance, chosen: 'map' }));
    expect(first).toContain(`${line} `);
    const [again] = linesOf(present('renewal', own, { language, chosen: 'map' }));
    expect(again).not.toContain(line);
  });

  it('takes the other one of two', () => {
    const two = buildAccount({
      memberships: granted(buildActionPack(), buildCompetency('Security', '2025-01-10')),
    });
    const turn = { utterance: 'and the other one?', chosen: 'map' };
    expect(shownIn(present('renewal', two, turn))).toEqual(['security']);
  });

  it('asks which other one', () => {
    const turn = { utterance: 'and the other one?', chosen: 'office' };
    expect(present('keys', keys, turn)).toMatchObject({
      question: 'Which one do you mean?',
      choices: [
        { id: 'ws', title: 'Windows Server 2022 (ends in 7XK2P)' },
        { id: 'w11', title: 'Windows 11 Enterprise (ends in AAAAA)' },
      ],
    });
  });
});
