import fc from 'fast-check';

/** A text with what programs stumble over: controls, halves of characters, names of prototypes, numbers, dates. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '\u0000', '\ud83d', '__proto__', 'constructor', '\r\nX: y', 'x'.repeat(9000)),
  fc.constantFrom('1e999', '9007199254740993', '-1', 'NaN', '2026-02-30', '9999-12-31', 'sv', '=1'),
);

/** Whatever JSON can hold. */
export const anyJson = fc
  .anything({
    values: [anyText, fc.integer(), fc.double(), fc.boolean(), fc.constant(null)],
    ...{ maxDepth: 3, withNullPrototype: false },
  })
  .map((value): unknown => JSON.parse(JSON.stringify(value)));

/** A document in which up to three of its own fields, at its top, are something else or missing. */
export function changed(document: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  const field = fc.constantFrom(...Object.keys(document));
  const change = fc.tuple(field, fc.option(anyJson, { nil: undefined }));
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes): unknown => ({ ...document, ...Object.fromEntries(changes) }));
}
