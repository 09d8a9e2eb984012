import type { Language } from '../../core/language';
import type { Lesson } from '../../core/lesson';
import { NONE, type IntentId } from '../../core/recognition';
import type { TrainingSet } from '../classifier/training-set';
import { leadOf } from './lead-of';
import { lessonExamples, type LessonExamples } from './lesson-examples';
import { learnLesson, rowOf } from './learn-lesson';
import { movedLines, type MovedLine } from './moved-lines';

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
  /** Held-out lines that the lesson concerns. */
  readonly moved: readonly MovedLine[];
}

const FOLDS = 4;
/**
 * Lead over the next intent, in margins of the classifier, that a line must have moved by to count. Training anew with
 * anything at all moves 999 lines of 1000 by less than 0.07; a tenth of the way from one intent to another is no chance.
 */
const MATERIAL = 0.2;

/**
 * What a lesson does to all known utterances, cross-validated: each is classified by what the other three quarters
 * teach, once with the lesson and once with blanks in its place, so that nothing else differs. Deterministic.
 */
export function compareKnown(set: TrainingSet, lesson: Lesson): Comparison {
  const examples = lessonExamples(set, lesson);
  const { lines } = examples;
  // Every quarter learns the lesson's rows, and none guesses them.
  const isLeftOut = (row: number, fold: number) =>
    lines[row]?.isLesson !== true && row % FOLDS === fold;
  const rows = lines.map((_, row) => row);
  const learnt = Array.from({ length: FOLDS }, (_, fold) =>
    learnLesson(
      examples,
      rows.filter((row) => !isLeftOut(row, fold)),
    ),
  );
  const changed = rows.flatMap((row) => {
    const scoreBoth = lines[row]?.isLesson === true ? undefined : learnt[row % FOLDS];
    const scores = scoreBoth?.(rowOf(examples.withLesson, row));
    return (scores && changedLine(examples, row, scores)) ?? [];
  });
  return {
    lines: lines.filter(({ isLesson }) => !isLesson).length,
    gains: changed.filter(({ entry, after }) => after === entry),
    losses: changed.filter(({ entry, before }) => before === entry),
    moved: movedLines(set, examples, learnt),
  };
}

/** The row as what it is taken for has changed; undefined where it hasn't, or hardly. */
function changedLine(
  { lines, intents, withLesson }: LessonExamples,
  row: number,
  scores: { readonly before: Float32Array; readonly after: Float32Array },
): ChangedLine | undefined {
  const own = withLesson.labels[row] ?? 0;
  const [before, after] = [leadOf(scores.before, [own]), leadOf(scores.after, [own])];
  const line = lines[row];
  if (line === undefined || before.best === after.best) return undefined;
  if (Math.abs(before.lead - after.lead) < MATERIAL) return undefined;
  const { language, text, entry } = line;
  const nameOf = (place: number) => intents[place] ?? NONE;
  return { language, text, entry, before: nameOf(before.best), after: nameOf(after.best) };
}
