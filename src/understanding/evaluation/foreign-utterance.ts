import { z } from 'zod';
import { NONE, type IntentId } from '../../core/recognition';
import type { Language } from '../../core/language';

/** A line of somebody else's data set. */
export interface ForeignUtterance {
  readonly text: string;
  /** {@link NONE} for what the set calls out of scope. */
  readonly intent: IntentId;
  readonly split: string;
  readonly language: Language;
}

export const foreignUtteranceSchema = z
  .object({
    text: z.string(),
    intent: z.string(),
    split: z.string().default('train'),
    lang: z.string().default('en'),
    oos: z.boolean().default(false),
  })
  .transform(({ lang, intent, oos, ...line }): ForeignUtterance => {
    const isOutOfScope = oos || intent === 'oos' || intent === NONE;
    return { ...line, language: lang, intent: isOutOfScope ? NONE : intent };
  });
