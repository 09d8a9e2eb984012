import { array, constantFrom, property } from 'fast-check';
import { allMatches } from '../../../src/understanding/segmentation/all-matches';
import { anyPhrase } from '../../../src/understanding/segmentation/phrase-pattern';
import { readLetters } from '../../../src/understanding/segmentation/run-reader';
import { createWordSearch } from '../../../src/understanding/segmentation/word-search';
import { expectAlways } from '../../support/expect-always';

const PHRASES = ['a', 'a couple of', 'sex', 'åtta', 'kilo', 'i dag'];
const PIECES = [
  ...PHRASES,
  'SEX',
  'ſex',
  'Kilo',
  'ÅTTA',
  '12',
  '1',
  'a1',
  '²',
  '𝒜',
  ' ',
  '  ',
  '-',
  '.',
  'x',
];
const texts = array(constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));

function places(matches: Iterable<RegExpExecArray>): readonly string[] {
  return Array.from(matches, ({ index, 0: match }) => `${index} ${match}`);
}

describe('a search for words', () => {
  it('finds what the pattern finds everywhere', () => {
    const source = String.raw`(?<![\p{L}\p{N}.])(?:\d+|${anyPhrase(PHRASES)})(?!\p{L})`;
    const search = createWordSearch(source, ['0', ...PHRASES]);
    expectAlways(
      property(texts, (text) => {
        expect(places(search(text))).toEqual(places(text.matchAll(new RegExp(source, 'giu'))));
      }),
    );
  });

  it('finds what begins where another kind of word begins', () => {
    const beginnings = PHRASES.slice(1);
    const search = createWordSearch(anyPhrase(beginnings), beginnings, readLetters);
    const pattern = new RegExp(String.raw`(?<!\p{L})${anyPhrase(beginnings)}`, 'giu');
    expectAlways(
      property(texts, (text) => {
        expect(search(text).length > 0).toBe(text.search(pattern) !== -1);
      }),
    );
  });
});

it('finds all matches, over and over', () => {
  const pattern = /[ax]+/g;
  for (const text of ['xax', 'a-x', '', 'a-x'])
    expect(places(allMatches(text, pattern))).toEqual(places(text.matchAll(pattern)));
});
