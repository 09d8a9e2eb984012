import { readRetryAfter } from '../../src/outbound/read-retry-after';

const now = Date.parse('2026-11-22T12:00:00Z');

it.each([
  ['3', 3000],
  [' 0 ', 0],
  ['Sun, 22 Nov 2026 12:00:05 GMT', 5000],
  ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
  ['99999999999', 99_999_999_999_000],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('%j asks for a pause of %d ms', (header, expected) => {
  expect(readRetryAfter(header, now)).toBe(expected);
});
