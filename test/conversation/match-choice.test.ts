import { cancels, nameOne, pointAt } from '../../src/conversation/match-choice';
import { loadPromptWords } from '../../src/conversation/prompt-words';
import { content } from '../support/content';

const words = loadPromptWords(content);
const choice = (title: string, wayOut = false) => ({ title, value: title, wayOut });
const choices = [
  choice('When do we renew our Action Pack?'),
  choice('How do we renew a competency?'),
  choice('Var får vi hjälp?'),
  choice('Something else', true),
];

describe('pointAt()', () => {
  it.each([
    ['1', 0],
    ['#2', 1],
    ['nr 2', 1],
    ['number 2', 1],
    ['2.', 1],
    ['the second one', 1],
    ['The second one please', 1],
    ['I mean the first', 0],
    ['den andra', 1],
    ['andra', 1],
    ['tvåan', 1],
    ['jag tar den första tack', 0],
    ['the last one', 2],
    ['den sista', 2],
    ['how do we renew a competency', 1],
    ['something else', 3],
    ['4', 3],
  ])('%s points at choice %i', (said, index) => {
    expect(pointAt(said, choices, words)).toBe(choices[index]);
  });

  it.each(['', '9', '0', 'competency', 'we have two tokens', '2021-09-02', 'ja'])(
    '"%s" points at none',
    (said) => {
      expect(pointAt(said, choices, words)).toBeUndefined();
    },
  );
});

describe('nameOne()', () => {
  it.each([
    ['competency', 1],
    ['the action pack one', 0],
    ['hjälp tack', 2],
  ])('"%s" names choice %i', (said, index) => {
    expect(nameOne(said, choices, words)).toBe(choices[index]);
  });

  it.each(['renew', '', 'please', 'what happens when we renew a competency late'])(
    '"%s" names none, or more than one',
    (said) => {
      expect(nameOne(said, choices, words)).toBeUndefined();
    },
  );
});

it.each([
  ['cancel', true],
  ['no wait, cancel', true],
  ["No wait, cancel. I'll ask a colleague first.", true],
  ['äh, skit i det', true],
  ['okej, avbryt, jag frågar en kollega', true],
  ['nej, vänta. avbryt', true],
  ['wait', false],
  ['cancel our membership', false],
  ['Stop. The installer says so each time we try it, on every one of our servers.', false],
])('"%s" says to stop: %s', (said, stops) => {
  expect(cancels(said, words)).toBe(stops);
});
