import fc from 'fast-check';
import { fold } from '../../src/content/fold';
import { expectAlways } from '../support/expect-always';

it.each([
  ['  Förnya   NU!', 'förnya nu'],
  ['ＫＥＹ № ½', 'key no 1 2'],
  ['×2 ÷ ß', '2 ß'],
  ['😀 key', '😀 key'],
])('folds "%s" to "%s"', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

const LETTERS = Array.from({ length: 0x100 - 0x20 }, (_, i) => String.fromCharCode(0x20 + i));

it('folds western letters by themselves as among others', () => {
  const text = fc.string({ unit: fc.constantFrom(...LETTERS) });
  expectAlways(
    fc.property(text, (western) => fold(`${western} я`) === `${fold(western)} я`.trim()),
  );
});
