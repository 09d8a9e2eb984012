import { hideSpans } from '../../src/privacy/hide-spans';

const name = (start: number, end: number) => ({ start, end, kind: 'name' });

it.each([
  ['in order, whatever the order', 'Kim met Bo', [name(8, 10), name(0, 3)], '[name] met [name]'],
  ['the first of two that overlap', 'Anna Berg', [name(0, 9), name(5, 9)], '[name]'],
  ['nothing without spans', 'Kim', [], 'Kim'],
  ['not what is hidden already', '[e-mail] x', [name(0, 8), name(2, 4)], '[e-mail] x'],
  ['the rest of a span that holds a marker', 'Kim [e-mail]', [name(0, 12)], '[name][e-mail]'],
  ['what lies beyond the end only as far as it goes', 'Kim', [name(1, 99)], 'K[name]'],
])('hides %s', (_, text, spans, expected) => {
  expect(hideSpans(text, spans)).toBe(expected);
});
