import { z } from 'zod';
import { NONE, type IntentId } from '../../core/recognition';
import type { Language } from '../../core/language';

/** A line of an evaluation set. */
export interface LabelledUtterance {
  readonly text: string;
  readonly language: Language;
  /** The intents that are right; of style `two-questions`, both in the order asked. */
  readonly intents: readonly IntentId[];
  readonly style: string;
}

/** A message that asks two things: its intents are both wanted, not alternatives. */
export const TWO_QUESTIONS = 'two-questions';

export const labelledUtteranceSchema = z
  .object({
    text: z.string(),
    lang: z.string(),
    intents: z.array(z.string()).min(1),
    style: z.string().default('plain'),
  })
  .transform(({ lang, ...line }): LabelledUtterance => ({ ...line, language: lang }));

/** Whether the right thing to do is to answer nothing. */
export function isOutOfScope({ intents }: LabelledUtterance): boolean {
  return intents.includes(NONE);
}
