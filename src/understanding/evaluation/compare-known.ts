import type { Language } from '../../core/language';
import type { Lesson } from '../../core/lesson';
import { NONE, type IntentId } from '../../core/recognition';
import type { Examples, Shape } from '../classifier/examples';
import { collect, intentsOf, weighExamples } from '../classifier/collect-examples';
import { applyLayer } from '../classifier/linear-layer';
import { trainLinear } from '../classifier/train-linear';
import type { TrainingSet } from '../classifier/training-set';
import { Vocabulary } from '../classifier/vocabulary';
import { pickExamples } from './pick-examples';
import { teach } from './teach';

/** An utterance that is taken for another intent once a lesson has been learnt. */
export interface ChangedLine {
  readonly language: Language;
  readonly text: string;
  /** Its own intent. */
  readonly entry: IntentId;
  /** What it is taken for without the lesson, and with it. */
  readonly before: IntentId;
  readonly after: IntentId;
}

/** What a lesson does to utterances, of which so many were looked at. */
export interface Comparison {
  readonly lines: number;
  readonly gains: readonly ChangedLine[];
  readonly losses: readonly ChangedLine[];
}

const FOLDS = 4;
const LINEAR = { epochs: 4, rate: 0.1, seed: 1 } as const;
/**
 * Lead over the next intent, in margins of the classifier, that a line must have moved by to count. Training anew with
 * anything at all moves 999 lines of 1000 by less than 0.07; a tenth of the way from one intent to another is no chance.
 */
const MATERIAL = 0.2;
const NO_FEATURES = [[], [], []] as const;

/**
 * What a lesson does to all known utterances, cross-validated: each is classified by what the other three quarters
 * teach, once with the lesson and once with blanks in its place, so that nothing else differs. The linear member alone
 * judges, as it learns in seconds. Deterministic.
 */
export function compareKnown(set: TrainingSet, lesson: Lesson): Comparison {
  const taught = teach(set, [lesson]);
  const intents = intentsOf(taught);
  const { features, labels, languages } = collect(taught, intents);
  const vocabulary = Vocabulary.learn(features);
  const shape = { features: vocabulary.size, classes: intents.length };
  const lines = Object.entries(languages).flatMap(([language, { texts, classes }]) =>
    texts.map((text, i) => ({ language, text, entry: intents[classes[i] ?? -1] ?? NONE })),
  );
  const old = new Set(set.utterances[lesson.language]?.[lesson.entry]);
  const isNew = lines.map(
    ({ language, entry, text }) =>
      language === lesson.language && entry === lesson.entry && !old.has(text),
  );
  const withLesson = weighExamples(features, labels, vocabulary);
  const blank = features.map((own, row) => (isNew[row] === true ? NO_FEATURES : own));
  const withBlanks = weighExamples(blank, labels, vocabulary);
  const before = crossValidate(withBlanks, shape, isNew);
  const after = crossValidate(withLesson, shape, isNew);
  const changed = lines.flatMap((line, row): readonly ChangedLine[] => {
    const [one, two] = [before[row], after[row]];
    if (one === undefined || two === undefined || one.best === two.best) return [];
    if (Math.abs(one.lead - two.lead) < MATERIAL) return [];
    return [{ ...line, before: intents[one.best] ?? NONE, after: intents[two.best] ?? NONE }];
  });
  return {
    lines: isNew.filter((added) => !added).length,
    gains: changed.filter(({ entry, after: best }) => best === entry),
    losses: changed.filter(({ entry, before: best }) => best === entry),
  };
}

interface Guess {
  /** Class taken for the best. */
  readonly best: number;
  /** How far the row's own class is ahead of the best other one. */
  readonly lead: number;
}

/** Guesses each row by what is learnt without its quarter; `always` are rows that every quarter learns, and none guesses. */
function crossValidate(
  examples: Examples,
  shape: Shape,
  always: readonly boolean[],
): readonly (Guess | undefined)[] {
  const guesses: (Guess | undefined)[] = always.map(() => undefined);
  const scores = new Float32Array(shape.classes);
  const rows = always.map((_, row) => row);
  for (let fold = 0; fold < FOLDS; fold++) {
    const isLeftOut = (row: number) => always[row] !== true && row % FOLDS === fold;
    const learnt = rows.filter((row) => !isLeftOut(row));
    const layer = trainLinear(pickExamples(examples, learnt), shape, LINEAR);
    for (const row of rows.filter(isLeftOut)) {
      const [from = 0, to = 0] = examples.starts.subarray(row, row + 2);
      applyLayer(layer, { ids: examples.ids, values: examples.values, from, to }, scores);
      guesses[row] = guess(scores, examples.labels[row] ?? 0);
    }
  }
  return guesses;
}

function guess(scores: Float32Array, own: number): Guess {
  let best = own;
  let other = -Infinity;
  scores.forEach((score, k) => {
    if (score > (scores[best] ?? 0)) best = k;
    if (k !== own) other = Math.max(other, score);
  });
  return { best, lead: (scores[own] ?? 0) - other };
}
