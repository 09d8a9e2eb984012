import type { StatedBasis } from '../../../src/accounts/presentation';
import { entityIn } from '../builders';
import { basisOf, linesOf, state } from './state';

describe('an anniversary', () => {
  const asked = (utterance: string, text: string, value: string, language = 'en') =>
    linesOf(
      state({
        entry: 'renewal.covid-extension',
        utterance,
        entities: [entityIn(utterance, text, { type: 'date', value })],
        language,
      }),
    );

  it.each([
    [
      'vår årsdag är 14 april 2021',
      '14 april 2021',
      '2021-04-14',
      'En kompetens med årsdag den 14 april 2021 förlängs till och med den 14 april 2022, utan prov- eller prestationskrav. Kompetensavgiften ska fortfarande betalas.',
    ],
    [
      'och om årsdagen hade varit 5 juli?',
      '5 juli',
      '2026-07-05',
      'En årsdag den 5 juli 2021 omfattas inte: den måste infalla mellan den 1 januari och den 30 juni 2021.',
    ],
    [
      'köpt 14 april 2019',
      '14 april 2019',
      '2019-04-14',
      'En kompetens med årsdag den 14 april 2021 förlängs till och med den 14 april 2022, utan prov- eller prestationskrav. Kompetensavgiften ska fortfarande betalas.',
    ],
    [
      'årsdag 14 april 2022',
      '14 april 2022',
      '2022-04-14',
      'En årsdag den 14 april 2022 omfattas inte: den måste infalla mellan den 1 januari och den 30 juni 2021.',
    ],
  ])('%s', (utterance, text, value, line) => {
    expect(asked(utterance, text, value, 'sv')).toEqual([line]);
  });

  it('of a leap day falls on 28 February', () => {
    expect(asked('köpt 29 februari 2020', '29 februari 2020', '2020-02-29', 'sv')?.[0]).toContain(
      'årsdag den 28 februari 2021 förlängs',
    );
  });

  it('of an Action Pack is no matter of the extension', () => {
    const utterance = 'our Action Pack, bought 1 May 2020';
    const entities = [
      entityIn(utterance, 'Action Pack', { type: 'membership', value: 'action-pack' }),
      entityIn(utterance, '1 May 2020', { type: 'date', value: '2020-05-01' }),
    ];
    expect(state({ entry: 'renewal.covid-extension', utterance, entities })).toBeUndefined();
  });

  it('of the excepted competency never counts, and of the next one does again', () => {
    const basis: StatedBasis = { rule: 'covid', dates: ['2021-04-14'] };
    const entry = 'renewal.covid-extension';
    const excepted = state({ entry, utterance: 'and Cloud Business Applications?', basis });
    expect(linesOf(excepted)).toEqual([
      'The Cloud Business Applications competency is excepted from the extension.',
    ]);
    const next = state({ entry, utterance: 'and the fee?', basis: basisOf(excepted) });
    expect(linesOf(next)?.[0]).toContain('is extended');
  });
});
