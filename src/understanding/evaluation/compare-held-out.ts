import { decide } from '../../core/decision';
import type { Language } from '../../core/language';
import { NONE, type Decision, type IntentId, type ScoredIntent } from '../../core/recognition';
import type { IntentClassifier } from '../classifier/intent-classifier';
import type { TrainingSet } from '../classifier/training-set';
import type { ChangedLine } from './compare-known';
import type { MovedLine } from './moved-lines';

/** How the held-out lines of a language come out: what a person would see. */
export interface HeldOutCounts {
  readonly language: Language;
  readonly lines: number;
  /** Answered right, or rightly declined. */
  readonly right: number;
  readonly wrong: number;
  /** Asked back. */
  readonly asked: number;
  /** Declined although there is an answer. */
  readonly refused: number;
}

/** What the retrained model makes of the held-out lines, beside the model of today. */
export interface HeldOutComparison {
  readonly before: readonly HeldOutCounts[];
  readonly after: readonly HeldOutCounts[];
  readonly gains: readonly ChangedLine[];
  readonly losses: readonly ChangedLine[];
}

/** How a model sees one text. */
export interface Sight {
  readonly intent: IntentId;
  readonly score: number;
  readonly decision: Decision;
}

/**
 * Compares two models on the held-out lines. Training anew moves a line in three hundred whatever was taught:
 * {@link byLesson} tells which of them the lesson has moved.
 */
export function compareHeldOut(
  { heldOut }: TrainingSet,
  models: { readonly today: IntentClassifier; readonly retrained: IntentClassifier },
): HeldOutComparison {
  const count = (model: IntentClassifier) =>
    Object.entries(heldOut).map(([language, lines]) =>
      countOutcomes(
        language,
        lines.map((line) => outcomeOf(look(model, line.text, language), line.intents)),
      ),
    );
  const changed = Object.entries(heldOut).flatMap(([language, lines]) =>
    lines.flatMap((line) => {
      const before = look(models.today, line.text, language).intent;
      const after = look(models.retrained, line.text, language).intent;
      const [was, is] = [before, after].map((intent) => line.intents.includes(intent));
      if (was === is) return [];
      return [{ language, text: line.text, before, after, entry: is === true ? after : before }];
    }),
  );
  return {
    before: count(models.today),
    after: count(models.retrained),
    gains: changed.filter(({ entry, after }) => entry === after),
    losses: changed.filter(({ entry, after }) => entry !== after),
  };
}

/** A comparison with only those lines won and lost that the lesson by itself moves that way too; the counts stay. */
export function byLesson(
  { gains, losses, ...counts }: HeldOutComparison,
  moved: readonly MovedLine[],
): HeldOutComparison {
  const shiftOf = ({ language, text }: ChangedLine) =>
    moved.find((line) => line.language === language && line.text === text)?.shift ?? 0;
  return {
    ...counts,
    gains: gains.filter((line) => shiftOf(line) > 0),
    losses: losses.filter((line) => shiftOf(line) < 0),
  };
}

/** What a model takes a text for, and how it would reply. */
export function look(model: IntentClassifier, text: string, language: Language): Sight {
  const scored = model.classify(text, language);
  const best: ScoredIntent = scored[0] ?? { intent: NONE, score: 0 };
  return { ...best, decision: decide(scored, model.thresholds(language)) };
}

type Outcome = 'right' | 'wrong' | 'asked' | 'refused';

function outcomeOf({ intent, decision }: Sight, accepted: readonly IntentId[]): Outcome {
  if (decision === 'clarify') return 'asked';
  if (decision === 'answer') return accepted.includes(intent) ? 'right' : 'wrong';
  return accepted.includes(NONE) ? 'right' : 'refused';
}

function countOutcomes(language: Language, outcomes: readonly Outcome[]): HeldOutCounts {
  const of = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    ...{ language, lines: outcomes.length, right: of('right'), wrong: of('wrong') },
    ...{ asked: of('asked'), refused: of('refused') },
  };
}
