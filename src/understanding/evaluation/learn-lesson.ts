import type { Examples } from '../classifier/examples';
import { applyLayer, type LinearLayer } from '../classifier/linear-layer';
import { trainLinear } from '../classifier/train-linear';
import type { SparseVector } from '../classifier/vocabulary';
import type { LessonExamples } from './lesson-examples';
import { pickExamples } from './pick-examples';

const LINEAR = { epochs: 4, rate: 0.1, seed: 1 } as const;

/** What those who have learnt blanks and those who have learnt the lesson make of a text: a score for each class. */
export type ScoreBoth = (text: SparseVector) => {
  readonly before: Float32Array;
  readonly after: Float32Array;
};

/**
 * Learns some rows twice, once with blanks in place of the lesson, in the same order from the same seed. The linear
 * member alone judges, as it learns in seconds; it learns every class by itself, so that only those that the lesson
 * concerns are learnt a second time. Deterministic.
 */
export function learnLesson(
  { withLesson, withBlanks, shape, lines }: LessonExamples,
  rows: readonly number[],
): ScoreBoth {
  const lessonRows = rows.filter((row) => lines[row]?.isLesson === true);
  const layer = trainLinear(pickExamples(withBlanks, rows), shape, LINEAR);
  const concerned = concernedClasses(layer, withLesson, lessonRows);
  const moved = trainLinear(
    forClasses(pickExamples(withLesson, rows), concerned),
    { features: shape.features, classes: concerned.length },
    LINEAR,
  );
  return (text) => {
    const before = scoresOf(layer, text);
    const after = before.slice();
    scoresOf(moved, text).forEach((score, k) => (after[concerned[k] ?? -1] = score));
    return { before, after };
  };
}

/** One row of the examples. */
export function rowOf({ starts, ids, values }: Examples, row: number): SparseVector {
  const [from = 0, to = 0] = starts.subarray(row, row + 2);
  return { ids: ids.subarray(from, to), values: values.subarray(from, to) };
}

/** The lesson's own class, and those in whose margin it lies: all others have learnt to keep off it already. */
function concernedClasses(
  layer: LinearLayer,
  examples: Examples,
  lessonRows: readonly number[],
): readonly number[] {
  const concerned = new Set(lessonRows.map((row) => examples.labels[row] ?? 0));
  for (const row of lessonRows)
    scoresOf(layer, rowOf(examples, row)).forEach((score, k) => score > -1 && concerned.add(k));
  return [...concerned];
}

/** The same examples for some of the classes only, numbered anew. */
function forClasses(examples: Examples, classes: readonly number[]): Examples {
  return { ...examples, labels: examples.labels.map((label) => classes.indexOf(label)) };
}

function scoresOf(layer: LinearLayer, { ids, values }: SparseVector): Float32Array {
  const scores = new Float32Array(layer.outputs);
  applyLayer(layer, { ids, values, from: 0, to: ids.length }, scores);
  return scores;
}
