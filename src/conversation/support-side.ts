import type { TurnContext } from 'botbuilder';
import type { OpeningHours } from '../core/opening-hours';
import type { RecordRedactor } from '../privacy/record-redactor';
import type { Redactor } from '../privacy/redactor';
import type { Tickets } from '../support/tickets/tickets';
import type { KeyPhraseExtractor } from '../understanding/key-phrases/key-phrase-extractor';

/** What the conversation needs to hand over to people, and to tell how it went. */
export interface SupportSide {
  readonly tickets: Tickets;
  readonly redactor: Redactor;
  /** Goes over what a person wrote once more before the desk gets it. */
  readonly recordRedactor: RecordRedactor;
  /** Names what a question is about that is too long for a subject; without it the question is cut. */
  readonly keyPhrases?: KeyPhraseExtractor | undefined;
  /** Makes a new unique id. */
  readonly newId: () => string;
  /** When the desk is open; absent when that isn't known. */
  readonly openingHours?: OpeningHours | undefined;
  /** The e-mail address that the channel vouches for. */
  readonly emailOf?: ((context: TurnContext) => Promise<string | undefined>) | undefined;
}
