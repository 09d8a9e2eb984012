import type { Language } from '../../core/language';
import type { Lesson } from '../../core/lesson';
import { NONE, type IntentId } from '../../core/recognition';
import type { Examples, Shape } from '../classifier/examples';
import { collect, intentsOf, weighExamples } from '../classifier/collect-examples';
import { applyLayer, type LinearLayer } from '../classifier/linear-layer';
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
 * judges, as it learns in seconds; it learns every class by itself, so that only those that the lesson concerns are
 * learnt a second time. Deterministic.
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
  const guesses = crossValidate({ withLesson, withBlanks }, shape, isNew);
  const changed = lines.flatMap((line, row): readonly ChangedLine[] => {
    const { before, after } = guesses[row] ?? {};
    if (before === undefined || after === undefined || before.best === after.best) return [];
    if (Math.abs(before.lead - after.lead) < MATERIAL) return [];
    return [{ ...line, before: intents[before.best] ?? NONE, after: intents[after.best] ?? NONE }];
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

interface Guesses {
  readonly before: Guess;
  readonly after: Guess;
}

/** Guesses each row by what is learnt without its quarter; every quarter learns the lesson's rows, and none guesses them. */
function crossValidate(
  examples: { readonly withLesson: Examples; readonly withBlanks: Examples },
  shape: Shape,
  isLesson: readonly boolean[],
): readonly (Guesses | undefined)[] {
  const { withLesson, withBlanks } = examples;
  const guesses: (Guesses | undefined)[] = isLesson.map(() => undefined);
  const rows = isLesson.map((_, row) => row);
  const lessonRows = rows.filter((row) => isLesson[row] === true);
  for (let fold = 0; fold < FOLDS; fold++) {
    const isLeftOut = (row: number) => isLesson[row] !== true && row % FOLDS === fold;
    const learnt = rows.filter((row) => !isLeftOut(row));
    const layer = trainLinear(pickExamples(withBlanks, learnt), shape, LINEAR);
    const concerned = concernedClasses(layer, withLesson, lessonRows);
    const moved = trainLinear(
      forClasses(pickExamples(withLesson, learnt), concerned),
      { features: shape.features, classes: concerned.length },
      LINEAR,
    );
    for (const row of rows.filter(isLeftOut)) {
      const own = withLesson.labels[row] ?? 0;
      const scores = scoresOf(layer, withLesson, row);
      const before = guess(scores, own);
      scoresOf(moved, withLesson, row).forEach((score, k) => (scores[concerned[k] ?? -1] = score));
      guesses[row] = { before, after: guess(scores, own) };
    }
  }
  return guesses;
}

/** The lesson's own class, and those in whose margin it lies: all others have learnt to keep off it already. */
function concernedClasses(
  layer: LinearLayer,
  examples: Examples,
  lessonRows: readonly number[],
): readonly number[] {
  const concerned = new Set(lessonRows.map((row) => examples.labels[row] ?? 0));
  for (const row of lessonRows)
    scoresOf(layer, examples, row).forEach((score, k) => score > -1 && concerned.add(k));
  return [...concerned];
}

/** The same examples for some of the classes only, numbered anew. */
function forClasses(examples: Examples, classes: readonly number[]): Examples {
  return { ...examples, labels: examples.labels.map((label) => classes.indexOf(label)) };
}

function scoresOf(layer: LinearLayer, { starts, ids, values }: Examples, row: number) {
  const scores = new Float32Array(layer.outputs);
  const [from = 0, to = 0] = starts.subarray(row, row + 2);
  applyLayer(layer, { ids, values, from, to }, scores);
  return scores;
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
