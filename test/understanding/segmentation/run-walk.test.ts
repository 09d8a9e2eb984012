import { array, integer, property, string } from 'fast-check';
import {
  createRunWalk,
  walkLetters,
  walkWords,
} from '../../../src/understanding/segmentation/run-walk';
import { expectAlways } from '../../support/expect-always';

/** Any UTF-16 units, halves of characters among them. */
const strangeTexts = array(integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) =>
  String.fromCharCode(...units),
);

describe('a walk over runs', () => {
  it.each([
    ['words', walkWords, /[\p{L}\p{N}]+/gu],
    ['letters', walkLetters, /\p{L}+/gu],
    ['letters and hyphens', createRunWalk(/[\p{L}-]/u), /[\p{L}-]+/gu],
  ])('visits the %s that a pattern finds', (_, walk, pattern) => {
    expectAlways(
      property(strangeTexts, string(), (strange, plain) => {
        const text = `${plain}å${strange} 𝒜b²${plain}`;
        const visited: string[] = [];
        walk(text, (start, end) => visited.push(`${start} ${text.slice(start, end)}`));
        const found = [...text.matchAll(pattern)].map(({ index, 0: run }) => `${index} ${run}`);
        expect(visited).toEqual(found);
      }),
    );
  });
});
