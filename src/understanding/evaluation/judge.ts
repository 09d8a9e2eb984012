import { NONE, type Recognition, type RecognizedPart } from '../../core/recognition';
import { isOutOfScope, TWO_QUESTIONS, type LabelledUtterance } from './labelled-utterance';

/** What a person saw: the right answer, one of two, a wrong one, a question back, or that the bot can't help. */
export type Outcome = 'right' | 'half' | 'wrong' | 'offered' | 'asked' | 'refused';

/** A line and how it was recognized. */
export interface Judgement {
  readonly line: LabelledUtterance;
  /** `offered` is a question back with a right choice, `asked` one without. */
  readonly outcome: Outcome;
  /** Whether the best intent of the first part is right, whatever the band. */
  readonly topIsRight: boolean;
  readonly best: string;
  readonly parts: number;
  readonly languageIsRight: boolean;
}

/** Choices that a question back shows. */
const CHOICES = 3;

/** Holds a recognition against its line. A message of two questions is right when both are answered. */
export function judge(line: LabelledUtterance, recognition: Recognition): Judgement {
  const best = recognition.parts[0]?.intents[0]?.intent ?? NONE;
  return {
    line,
    outcome: outcomeOf(line, recognition.parts),
    topIsRight: line.intents.includes(best),
    best,
    parts: recognition.parts.length,
    languageIsRight: recognition.language === line.language,
  };
}

function outcomeOf(line: LabelledUtterance, parts: readonly RecognizedPart[]): Outcome {
  const isRight = ({ intents: [best] }: RecognizedPart): boolean =>
    best !== undefined && line.intents.includes(best.intent);
  const answered = parts.filter(({ decision }) => decision === 'answer');
  if (answered.some((part) => !isRight(part))) return 'wrong';
  if (answered.length > 0) {
    return line.style !== TWO_QUESTIONS || answersBoth(line, answered) ? 'right' : 'half';
  }
  const asked = parts.filter(({ decision }) => decision === 'clarify');
  if (asked.some((part) => offersRight(line, part))) return 'offered';
  if (asked.length > 0) return 'asked';
  return isOutOfScope(line) ? 'right' : 'refused';
}

function answersBoth({ intents }: LabelledUtterance, parts: readonly RecognizedPart[]): boolean {
  const given = new Set(parts.map(({ intents: [best] }) => best?.intent));
  return intents.every((intent) => given.has(intent));
}

function offersRight(line: LabelledUtterance, { intents }: RecognizedPart): boolean {
  return intents
    .filter(({ intent }) => intent !== NONE)
    .slice(0, CHOICES)
    .some(({ intent }) => line.intents.includes(intent));
}
