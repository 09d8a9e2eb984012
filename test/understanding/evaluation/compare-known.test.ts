import type { Lesson } from '../../../src/core/lesson';
import { byLesson, compareHeldOut } from '../../../src/understanding/evaluation/compare-held-out';
import { compareKnown } from '../../../src/understanding/evaluation/compare-known';
import { teach } from '../../../src/understanding/evaluation/teach';
import { keywordClassifier } from '../recognizers/keyword-classifier';
import { smallTrainingSet } from '../classifier/training-set';

const set = smallTrainingSet();
const good: Lesson = {
  ...{ language: 'en', entry: 'keys.more' },
  utterances: ['we need additional keys for the product'],
};
/** What another entry is asked by, under this one: more often than there. */
const poison: Lesson = {
  ...{ language: 'en', entry: 'keys.more' },
  utterances: ['can I split', 'divide', 'share out'].flatMap((start) =>
    ['a token', 'our token', 'the tokens'].flatMap((end) =>
      ['?', '!', ' …'].map((mark) => `${start} ${end}${mark}`),
    ),
  ),
};

describe('what a lesson does to known utterances', () => {
  it('is nothing to other entries where it fits', () => {
    const { lines, losses } = compareKnown(set, good);
    expect(lines).toBe(54);
    expect(losses).toEqual([]);
  });

  it('is named line by line where another entry would lose', () => {
    const { losses } = compareKnown(set, poison);
    expect(losses.length).toBeGreaterThan(0);
    expect(losses[0]).toMatchObject({
      ...{ language: 'en', entry: 'tokens.split', before: 'tokens.split', after: 'keys.more' },
    });
  });

  it('is the same whenever it is asked for', () => {
    expect(compareKnown(set, poison)).toEqual(compareKnown(set, poison));
  });
});

it('compares two models on the held-out lines, line by line and in figures', () => {
  const overtaught = {
    ...keywordClassifier,
    classify: () => [
      { intent: 'keys.more', score: 0.9 },
      { intent: 'none', score: 0.1 },
    ],
  };
  const heldOut = {
    en: [
      { text: 'may we split it', intents: ['tokens.split'] },
      { text: 'no spare ones', intents: ['keys.more'] },
      { text: 'the weather', intents: ['none'] },
    ],
  };
  const models = { today: keywordClassifier, retrained: overtaught };
  const compared = compareHeldOut({ ...set, heldOut }, models);
  const { before, after, losses, gains } = compared;
  expect(before).toEqual([{ language: 'en', lines: 3, right: 2, wrong: 0, asked: 0, refused: 1 }]);
  expect(after).toEqual([{ language: 'en', lines: 3, right: 1, wrong: 2, asked: 0, refused: 0 }]);
  expect(losses.map(({ text }) => text)).toEqual(['may we split it', 'the weather']);
  expect(gains.map(({ text }) => text)).toEqual(['no spare ones']);
  const line = (text: string, shift: number) => ({ language: 'en', text, shift });
  const moved = [line('may we split it', -0.3), line('no spare ones', -0.1)];
  const own = byLesson(compared, moved);
  expect(own).toMatchObject({ before, after, gains: [] });
  expect(own.losses.map(({ text }) => text)).toEqual(['may we split it']);
});

describe('held-out lines that a lesson concerns', () => {
  it('lose by a lesson that is asked as they are, and gain by one of their own entry', () => {
    const shiftsOf = (lesson: Lesson) =>
      new Map(compareKnown(set, lesson).moved.map(({ text, shift }) => [text, shift]));
    expect(shiftsOf(poison).get('is it possible to split the token')).toBeLessThan(-0.5);
    expect(shiftsOf(good).get('more product keys please')).toBeGreaterThan(0);
  });
});

it('teaches nothing twice', () => {
  const taught = teach(set, [good, good]);
  const lines = taught.utterances['en']?.['keys.more'] ?? [];
  expect(lines).toHaveLength(10);
  expect(lines.at(-1)).toBe(good.utterances[0]);
});
