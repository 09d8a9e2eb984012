import { array, integer, property, string } from 'fast-check';
import {
  createRunReader,
  readLetters,
  readWords,
} from '../../../src/understanding/segmentation/run-reader';
import { expectAlways } from '../../support/expect-always';

/** Any UTF-16 units, halves of characters among them. */
const strangeTexts = array(integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) =>
  String.fromCharCode(...units),
);

describe('a reader of runs', () => {
  it.each([
    ['words', readWords, /[\p{L}\p{N}]+/gu],
    ['letters', readLetters, /\p{L}+/gu],
    ['letters and hyphens', createRunReader(/[\p{L}-]/u), /[\p{L}-]+/gu],
  ])('finds the %s that a pattern finds', (_, read, pattern) => {
    expectAlways(
      property(strangeTexts, string(), (strange, plain) => {
        const text = `${plain}å${strange} 𝒜b²${plain}`;
        const found = [...text.matchAll(pattern)].map(({ index, 0: run }) => ({
          ...{ start: index, end: index + run.length, word: run.toLowerCase() },
        }));
        expect(read(text)).toEqual(found);
        expect(read(text)).toEqual(found);
      }),
    );
  });
});
