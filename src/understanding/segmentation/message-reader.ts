import { withoutCode } from '../guards/code';
import { cleanMessage } from './clean-message';
import type { MessageWords } from './message-words';
import { createMailReader } from './quoted-mail';
import { createSurroundingsReader } from './surroundings';

/** A message made readable. `own` and `quoted` are as long as `text`, with blanks for what isn't theirs. */
export interface ReadMessage {
  readonly text: string;
  /** What the person asks, in their own words where there are any. */
  readonly own: string;
  /** What else the mail around it says. */
  readonly quoted: string;
  /** Offset in the person's own message of a character of `text`. */
  readonly originOf: (offset: number) => number;
}

/** Makes the reader that finds the question in a message of any length and content. */
export function createMessageReader(
  words: readonly MessageWords[],
  functionWords: ReadonlySet<string>,
): (message: string) => ReadMessage {
  const readMail = createMailReader(words);
  const withoutSurroundings = createSurroundingsReader(words, functionWords);
  return (message) => {
    const { text, originOf } = cleanMessage(message);
    const { own, quoted } = readMail(text);
    return {
      text,
      originOf,
      own: withoutCode(withoutSurroundings(own)),
      quoted: quoted.trim() === '' ? quoted : withoutCode(withoutSurroundings(quoted)),
    };
  };
}
