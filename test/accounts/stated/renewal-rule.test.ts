import { entityIn } from '../builders';
import { basisOf, linesOf, state, type Message } from './state';

describe('a purchase', () => {
  const bought = (utterance: string, text: string, value: string, more: Partial<Message> = {}) =>
    state({
      entry: 'renewal.action-pack',
      utterance,
      entities: [entityIn(utterance, text, { type: 'date', value })],
      ...more,
    });

  it.each([
    [
      'en',
      '2026-11-22',
      [
        'A membership bought on 1 September 2020 has its first renewal window from 2 September 2021 up to and including 1 October 2021.',
        'The next window opens on 2 September 2027, in 284 days, and closes on 1 October.',
      ],
    ],
    [
      'sv',
      '2026-09-30',
      [
        'Ett medlemskap som köptes den 1 september 2020 får sitt första förnyelsefönster från den 2 september 2021 till och med den 1 oktober 2021.',
        'Fönstret är öppet nu: 1 dag kvar, till och med den 1 oktober 2026.',
      ],
    ],
    [
      'en',
      '2021-10-01',
      [
        'A membership bought on 1 September 2020 has its first renewal window from 2 September 2021 up to and including 1 October 2021.',
        'The window is open now, and 1 October 2021 is its last day.',
      ],
    ],
    [
      'sv',
      '2021-08-23',
      [
        'Ett medlemskap som köptes den 1 september 2020 får sitt första förnyelsefönster från den 2 september 2021 till och med den 1 oktober 2021. Det öppnar om 10 dagar.',
      ],
    ],
  ])('gives the windows, in %s on %s', (language, today, lines) => {
    expect(
      linesOf(bought('1 september 2020', '1 september 2020', '2020-09-01', { language, today })),
    ).toEqual(lines);
  });

  it('of 29 February, and a follow-up about another year', () => {
    const first = bought(
      'bought on 29 February 2020. what were their dates in 2021?',
      '29 February 2020',
      '2020-02-29',
    );
    expect(linesOf(first)).toEqual([
      'In 2021 the window of a membership bought on 29 February 2020 is open from 1 March 2021 up to and including 30 March 2021.',
    ]);
    const next = state({
      entry: 'account.renewal',
      utterance: 'and in 2024?',
      basis: basisOf(first),
    });
    expect(linesOf(next)).toEqual([
      'In 2024 the window of a membership bought on 29 February 2020 is open from 1 March 2024 up to and including 30 March 2024.',
    ]);
    const last = state({
      entry: 'account.renewal',
      utterance: 'och sista dagen?',
      language: 'sv',
      basis: basisOf(next),
    });
    expect(linesOf(last)?.[0]).toContain('till och med den 30 mars 2024');
  });

  it('has no window in its own year', () => {
    const facts = bought('bought 1 May 2024, and the window in 2024?', '1 May 2024', '2024-05-01');
    expect(linesOf(facts)).toEqual([
      'A membership bought on 1 May 2024 has no window in 2024: the first one opens on 2 May 2025.',
    ]);
  });

  it('of two memberships gives both', () => {
    const utterance = '1 May 2024 and 3 June 2025';
    const entities = [
      entityIn(utterance, '1 May 2024', { type: 'date', value: '2024-05-01' }),
      entityIn(utterance, '3 June 2025', { type: 'date', value: '2025-06-03' }),
    ];
    expect(linesOf(state({ entry: 'renewal.competency', utterance, entities }))).toHaveLength(4);
  });

  it('is asked for when its date can be read in two ways', () => {
    const utterance = 'köpt 3/5 2020';
    const readings = ['2020-05-03', '2020-03-05'];
    const entities = [
      entityIn(utterance, '3/5 2020', { type: 'date', value: '2020-05-03', readings }),
    ];
    expect(state({ entry: 'renewal.action-pack', utterance, entities, language: 'sv' })).toEqual({
      kind: 'which',
      question: 'Vilket datum menar du?',
      choices: [
        { id: '2020-05-03', title: '3 maj 2020' },
        { id: '2020-03-05', title: '5 mars 2020' },
      ],
    });
  });

  it('is not in the future', () => {
    expect(bought('1 May 2027', '1 May 2027', '2027-05-01')).toBeUndefined();
    const utterance = '1/12 2026';
    const readings = ['2026-12-01', '2026-01-12'];
    const entities = [
      entityIn(utterance, utterance, { type: 'date', value: '2026-12-01', readings }),
    ];
    expect(linesOf(state({ entry: 'renewal.action-pack', utterance, entities }))?.[0]).toContain(
      '12 January 2026',
    );
  });
});
