import type { Language } from './language';
import type { IntentId } from './recognition';

/** Ways of asking that an intent shall be known by; `none` for what lies out of scope. */
export interface Lesson {
  readonly language: Language;
  readonly entry: IntentId;
  readonly utterances: readonly string[];
}
