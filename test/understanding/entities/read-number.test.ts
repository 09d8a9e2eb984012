import { createNumberReader } from '../../../src/understanding/entities/read-number';
import { entityWords } from '../words';

const numbers = { ...entityWords.get('en')?.numbers, ...entityWords.get('sv')?.numbers };
const read = createNumberReader(numbers);

it.each([
  ['25', 25],
  ['1 200', 1200],
  ['twenty-five', 25],
  ['tjugofem', 25],
  ['trettio', 30],
  ['two hundred', 200],
  ['tvåhundra', 200],
  ['hundra', 100],
])('%s is %i', (text, value) => {
  expect(read(text)).toBe(value);
});

it.each(['', 'token', 'five twenty', 'twentytwenty'])('"%s" is no number', (text) => {
  expect(read(text)).toBeUndefined();
});
