import { beginningOf } from '../../src/core/beginning-of';

it.each([
  ['whole', 5, 'whole'],
  ['a longer text', 3, 'a l'],
  ['ok 😀😀', 4, 'ok '],
  ['ok 😀😀', 5, 'ok 😀'],
  ['👩\u200d💻', 3, '👩'],
])('the beginning of %j, %i long, is %j', (text, length, beginning) => {
  expect(beginningOf(text, length)).toBe(beginning);
});
