import { Vocabulary } from '../../../src/understanding/classifier/vocabulary';
import { NO_WORD, WordMemory } from '../../../src/understanding/classifier/word-sums';

const wordOf = (form: string) => ({ form, stem: form, parts: [] });
const [key, secret, token] = [wordOf('key'), wordOf('hunter2'), wordOf('token')];

it('gives each word its own place, and none to what was said a minute ago', () => {
  jest.useFakeTimers();
  const memory = new WordMemory(Vocabulary.learn([]), []);
  expect(memory.placesOf([key, secret, key])).toEqual([NO_WORD + 1, NO_WORD + 2, NO_WORD + 1]);
  jest.advanceTimersByTime(60_000);
  expect(memory.placesOf([token, secret])).toEqual([NO_WORD + 1, NO_WORD + 2]);
  jest.useRealTimers();
});
