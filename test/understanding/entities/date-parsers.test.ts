import { array, constantFrom, property } from 'fast-check';
import { casual, type ParsedResult } from 'chrono-node/en';
import { dateParserOf } from '../../../src/understanding/entities/date-parsers';
import { expectAlways } from '../../support/expect-always';

const NOON = new Date('2026-03-17T12:00:00Z');
const PIECES = [
  ...['5', '12', 'one ', 'a few ', 'half an', 'the', 'a couple of ', 'about ', 'seven'],
  ...['d', 's', 'mo', 'yrs', 'days', 'week', 'hours', 'month', 'quarters', 'm', 'and '],
  ...[' ago', 'ago', ' before', ' earlier', ' later', ' after', ' from now', ' out', ' forward'],
  ...[' ', '   ', ', ', '.', '3 May', 'about', 'find', 'token'],
];

it('leaves out no span that counts from a date', () => {
  const parse = dateParserOf('en');
  expectAlways(
    property(array(constantFrom(...PIECES), { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const places = (results: readonly ParsedResult[] | undefined) =>
        results?.map(({ index, text: found, start }) => [index, found, start.date()]);
      expect(places(parse?.(text, NOON))).toEqual(
        places(casual.parse(text, { instant: NOON, timezone: 0 })),
      );
    }),
    1000,
  );
});
