import type { Language } from '../../core/language';
import type { HeldOutUtterance, TrainingSet } from '../classifier/training-set';
import { leadOf } from './lead-of';
import type { ScoreBoth } from './learn-lesson';
import type { LessonExamples } from './lesson-examples';

/** A held-out line that a lesson by itself moves. */
export interface MovedLine {
  readonly language: Language;
  readonly text: string;
  /** What its own intents gain on all others, in margins of the classifier; negative where they lose. */
  readonly shift: number;
}

/**
 * Shift from which a line is the lesson's concern. Lines that have nothing to do with a lesson are shifted by less than a
 * hundredth, and those that it turns by more than this.
 */
const CONCERNED = 0.02;

/** The held-out lines that a lesson concerns, by those who have learnt it and who have learnt blanks in its place. */
export function movedLines(
  { heldOut }: TrainingSet,
  examples: LessonExamples,
  learnt: readonly ScoreBoth[],
): readonly MovedLine[] {
  const shiftOf = ({ text, intents }: HeldOutUtterance, language: Language) => {
    const own = intents.map((intent) => examples.intents.indexOf(intent));
    const shifts = learnt.map((scoreBoth) => {
      const { before, after } = scoreBoth(examples.read(text, language));
      return leadOf(after, own).lead - leadOf(before, own).lead;
    });
    return shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
  };
  return Object.entries(heldOut).flatMap(([language, lines]) =>
    lines
      .map((line) => ({ language, text: line.text, shift: shiftOf(line, language) }))
      .filter(({ shift }) => Math.abs(shift) >= CONCERNED),
  );
}
