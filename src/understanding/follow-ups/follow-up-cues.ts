import { wordsOf } from '../language-detection/words-of';
import type { MessageWords } from '../segmentation/message-words';
import { anyPhrase } from '../segmentation/phrase-pattern';

/** Signs that a message leans on the one before. */
export interface FollowUpCues {
  readonly words: number;
  /** Words that carry content of their own. */
  readonly content: number;
  /** "I meant …", or a short message that begins with "no" or "sorry". */
  readonly corrects: boolean;
  /** Begins like "and …", "what about …", "och om …", or ends like "… in that case", "… då". */
  readonly isOpened: boolean;
  /** Holds a word such as "it" or "den". */
  readonly pointsBack: boolean;
  /** Supposes that something isn't done: "if we don't", "om vi glömmer". */
  readonly omits: boolean;
  /** Asks how far an answer reaches: "does it apply to …", "gäller det …". */
  readonly asksScope: boolean;
  /** Holds a number and, but for words that carry no content, nothing else. */
  readonly isNumber: boolean;
}

/** Longer messages that begin with "no" correct nothing. */
const LONGEST_CORRECTION = 8;
/** Longer ones that end with "then" or "too" say themselves what they ask. */
const LONGEST_CLOSED = 8;

/** Makes the reader of cues, which searches for those alone that are asked for; `empty` words carry no content. */
export function createCueReader(
  lists: readonly MessageWords[],
  empty: ReadonlySet<string>,
): (text: string) => FollowUpCues {
  const of = (list: (words: MessageWords) => readonly string[]) => lists.flatMap(list);
  const opener = startsWith(of(({ followUpOpeners }) => followUpOpeners));
  const closer = endsWith(of(({ followUpClosers }) => followUpClosers));
  const scope = holds(of(({ scopes }) => scopes));
  const correctionOpener = startsWith(of(({ correctionOpeners }) => correctionOpeners));
  const correction = holds(of(({ corrections }) => corrections));
  const omission = holds(of(({ omissions }) => omissions));
  const pointers = new Set(of((words) => words.pointers));
  return (text) => {
    const words = wordsOf(text);
    const content = words.filter((word) => !empty.has(word)).length;
    return {
      ...{ words: words.length, content },
      pointsBack: words.some((word) => pointers.has(word)),
      isNumber: content === 0 && /\d/.test(text),
      get corrects() {
        if (correction.test(text)) return true;
        return words.length <= LONGEST_CORRECTION && correctionOpener.test(text);
      },
      get isOpened() {
        return opener.test(text) || (words.length <= LONGEST_CLOSED && closer.test(text));
      },
      get omits() {
        return omission.test(text.replaceAll('’', "'"));
      },
      get asksScope() {
        return scope.test(text);
      },
    };
  };
}

function startsWith(phrases: readonly string[]): RegExp {
  return new RegExp(String.raw`^\s*${anyPhrase(phrases)}(?![\p{L}'’])`, 'iu');
}

function endsWith(phrases: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<!\p{L})${anyPhrase(phrases)}[^\p{L}]*$`, 'iu');
}

function holds(phrases: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<!\p{L})${anyPhrase(phrases)}(?!\p{L})`, 'iu');
}
