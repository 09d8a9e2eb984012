import type { Language } from '../../core/language';
import type { IntentId, Recognition } from '../../core/recognition';

/** What a recognizer may know about a message besides its text. */
export interface UtteranceContext {
  /** Language that the person asked for in so many words; wins over everything. */
  readonly asked?: Language | undefined;
  /** Language of the conversation so far. */
  readonly remembered?: Language | undefined;
  /** The channel's locale, a BCP 47 tag. */
  readonly locale?: string | undefined;
  /** Intent answered last, for elliptic follow-ups such as "and for the other one?". */
  readonly previous?: IntentId | undefined;
  /** What the person wrote in the turn that {@link previous} answered. */
  readonly previousText?: string | undefined;
  /** Today where the person is, `YYYY-MM-DD`, for dates such as "45 days ago". */
  readonly today: string;
  /** Whether the recognition shall say why. */
  readonly explain?: boolean | undefined;
}

/** Port: what did they mean? */
export interface Recognizer {
  /**
   * Recognizes one message of any length and content; never rejects because of what it says.
   * Empty or meaningless text gives one part with decision `fallback`.
   */
  recognize(text: string, context: UtteranceContext): Promise<Recognition>;
}
