import { decide } from '../../core/decision';
import type { Language } from '../../core/language';
import type { Lesson } from '../../core/lesson';
import { NONE, type Decision, type IntentId, type ScoredIntent } from '../../core/recognition';
import type { IntentClassifier } from '../classifier/intent-classifier';
import type { TrainingSet } from '../classifier/training-set';
import type { ChangedLine } from './compare-known';

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
  /** Lines that are taken for the taught intent and were not before. */
  readonly losses: readonly ChangedLine[];
}

/** How a model sees one text. */
export interface Sight {
  readonly intent: IntentId;
  readonly score: number;
  readonly decision: Decision;
}

/**
 * Compares two models on the held-out lines. Training anew moves a line in three hundred by chance, so that lines count
 * as lost where they are lost to what was taught; the counts show everything.
 */
export function compareHeldOut(
  { heldOut }: TrainingSet,
  lesson: Lesson,
  models: { readonly today: IntentClassifier; readonly retrained: IntentClassifier },
): HeldOutComparison {
  const changed: ChangedLine[] = [];
  const count = (model: IntentClassifier) =>
    Object.entries(heldOut).map(([language, lines]) =>
      countOutcomes(
        language,
        lines.map((line) => outcomeOf(look(model, line.text, language), line.intents)),
      ),
    );
  for (const [language, lines] of Object.entries(heldOut))
    for (const { text, intents } of lines) {
      const before = look(models.today, text, language).intent;
      const after = look(models.retrained, text, language).intent;
      const entry = intents[0] ?? NONE;
      const isLost = intents.includes(before) && !intents.includes(after);
      const isWon = !intents.includes(before) && intents.includes(after);
      if (after === lesson.entry && (isLost || isWon))
        changed.push({ language, text, before, after, entry: isWon ? after : entry });
    }
  return {
    before: count(models.today),
    after: count(models.retrained),
    gains: changed.filter(({ entry, after }) => entry === after),
    losses: changed.filter(({ entry, after }) => entry !== after),
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
