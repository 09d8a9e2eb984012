import type { Entity } from '../../../src/core/recognition';
import { linesOf, state } from './state';

/** The entities of an utterance's numbers. */
const numbersIn = (utterance: string): Entity[] =>
  [...utterance.matchAll(/\d+/g)].map(({ 0: text, index }) => ({
    type: 'number',
    value: Number(text),
    text,
    start: index,
    end: index + text.length,
  }));

describe('activations', () => {
  it.each([
    ['en', 'we have used 45 of 50', 'When 45 of 50 activations are used, 5 are left.'],
    ['sv', 'vi har gjort 49 av våra 50', 'När 49 av 50 aktiveringar är förbrukade återstår 1.'],
    [
      'en',
      '50/50 activated',
      'When 50 of 50 activations are used, none are left: the key stops working, and no more are granted.',
    ],
  ])('in %s: %s', (language, utterance, line) => {
    const entities = numbersIn(utterance);
    expect(linesOf(state({ entry: 'keys.more', utterance, entities, language }))).toEqual([line]);
  });

  it.each(['2 keys for 5 servers', '5 of 50 left', '50 of 45', '1 of 2 of 3', 'all 50'])(
    'are not made up from other numbers: %s',
    (utterance) => {
      expect(
        state({ entry: 'keys.more', utterance, entities: numbersIn(utterance) }),
      ).toBeUndefined();
    },
  );
});
