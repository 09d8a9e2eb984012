import fc from 'fast-check';
import { packDocuments } from '../../src/azure/pack-documents';
import { expectAlways } from '../support/expect-always';

it('puts short texts into one document', () => {
  expect(packDocuments(['one', 'two'], 100).documents).toEqual(['one\n\ntwo']);
});

it('cuts long ones behind a space, and never a pair of surrogates', () => {
  expect(packDocuments(['one two three'], 8).documents).toEqual(['one two ', 'three']);
  expect(packDocuments(['abc\u{1F600}'], 4).documents).toEqual(['abc', '\u{1F600}']);
});

it('keeps every character, within the limit, where it says', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 8 });
  expectAlways(
    fc.property(texts, fc.integer({ min: 2, max: 40 }), (list, longest) => {
      const { documents, pieces } = packDocuments(list, longest);
      expect(documents.every(({ length }) => length > 0 && length <= longest)).toBe(true);
      const restored = list.map((_, index) =>
        pieces
          .filter(({ text }) => text === index)
          .map(({ document, inDocument, length }) =>
            documents[document]?.slice(inDocument, inDocument + length),
          )
          .join(''),
      );
      expect(restored).toEqual(list);
    }),
  );
});
