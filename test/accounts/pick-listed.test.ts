import { readPick } from '../../src/accounts/pick-listed';
import { createWording } from '../../src/accounts/wording';
import { content, translator } from '../support/content';
import { buildAccount, buildActionPack, buildCompetency, buildToken, granted } from './builders';
import { present, shownIn } from './present';

const wordingOf = (language: string) =>
  createWording({
    t: translator.in(language),
    locale: content.in.get(language)?.locale ?? '',
  });

it.each([
  ['the second one', 'en', 'second'],
  ['and the last?', 'en', 'last'],
  ['the older', 'en', 'oldest'],
  ['which one closes first?', 'en', 'soonest'],
  ['the most recent one', 'en', 'newest'],
  ['den andra', 'sv', 'second'],
  ['tvåan', 'sv', 'second'],
  ['och sista?', 'sv', 'last'],
  ['den äldsta då', 'sv', 'oldest'],
  ['den som går ut först', 'sv', 'soonest'],
  ['vilken stänger först?', 'sv', 'soonest'],
])('"%s" (%s) picks %s', (text, language, pick) => {
  expect(readPick(text, wordingOf(language))).toBe(pick);
});

it.each([
  ['when does the first window open?', 'en'],
  ['the first of May', 'en'],
  ['2', 'en'],
  ['sista dagen?', 'sv'],
  ['och sen?', 'sv'],
])('"%s" (%s) picks nothing', (text, language) => {
  expect(readPick(text, wordingOf(language))).toBeUndefined();
});

describe('of what was shown', () => {
  const tokens = buildAccount({
    tokens: granted(
      buildToken({ id: 'may', activatedOn: '2026-05-03' }),
      buildToken({ id: 'march', name: 'Power BI', activatedOn: '2026-03-05' }),
      buildToken({ id: 'new', name: 'Dynamics 365' }),
    ),
  });
  const listed = ['may', 'march', 'new'];

  it.each([
    ['the first one', ['may']],
    ['the third', ['new']],
    ['the last one', ['new']],
    ['the older', ['march']],
    ['the newest', ['may']],
    // There is none: all are shown.
    ['the fifth', ['may', 'march', 'new']],
  ])('%s', (utterance, ids) => {
    expect(shownIn(present('token', tokens, { utterance, listed }))).toEqual(ids);
  });

  it('none is the oldest of several from the same day', () => {
    const same = buildAccount({
      tokens: granted(
        buildToken({ id: 'one', activatedOn: '2026-05-03' }),
        buildToken({ id: 'two', activatedOn: '2026-05-03' }),
      ),
    });
    const turn = { utterance: 'the older', listed: ['one', 'two'] };
    expect(shownIn(present('token', same, turn))).toEqual(['one', 'two']);
  });

  it('where one was chosen, "the other" is not the second', () => {
    const two = buildAccount({
      tokens: granted(buildToken({ id: 'may' }), buildToken({ id: 'march', name: 'Power BI' })),
    });
    const turn = { utterance: 'den andra', language: 'sv', listed: ['may', 'march'] };
    expect(shownIn(present('token', two, turn))).toEqual(['march']);
    expect(shownIn(present('token', two, { ...turn, chosen: 'march' }))).toEqual(['may']);
  });

  it('the window that closes first is that of what has not expired', () => {
    const memberships = buildAccount({
      memberships: granted(
        buildCompetency('Late', '2024-05-25'),
        buildActionPack('2025-08-25'),
        buildCompetency('Later', '2025-11-25'),
      ),
    });
    const turn = { utterance: 'which one closes first?', listed: ['late', 'map', 'later'] };
    expect(shownIn(present('renewal', memberships, turn))).toEqual(['map']);
  });
});
