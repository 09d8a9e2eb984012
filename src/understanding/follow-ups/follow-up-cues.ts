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
  /** Begins like "and …", "what about …", "och om …". */
  readonly isOpened: boolean;
  /** Holds a word such as "it" or "den". */
  readonly pointsBack: boolean;
  /** Supposes that something isn't done: "if we don't", "om vi glömmer". */
  readonly omits: boolean;
}

/** Longer messages that begin with "no" correct nothing. */
const LONGEST_CORRECTION = 8;

/** Makes the reader of cues; `empty` words carry no content. */
export function createCueReader(
  lists: readonly MessageWords[],
  empty: ReadonlySet<string>,
): (text: string) => FollowUpCues {
  const of = (list: (words: MessageWords) => readonly string[]) => lists.flatMap(list);
  const opener = startsWith(of(({ followUpOpeners }) => followUpOpeners));
  const correctionOpener = startsWith(of(({ correctionOpeners }) => correctionOpeners));
  const correction = holds(of(({ corrections }) => corrections));
  const omission = holds(of(({ omissions }) => omissions));
  const pointers = new Set(of((words) => words.pointers));
  return (text) => {
    const words = wordsOf(text);
    return {
      words: words.length,
      content: words.filter((word) => !empty.has(word)).length,
      corrects:
        correction.test(text) ||
        (correctionOpener.test(text) && words.length <= LONGEST_CORRECTION),
      isOpened: opener.test(text),
      pointsBack: words.some((word) => pointers.has(word)),
      omits: omission.test(text.replaceAll('’', "'")),
    };
  };
}

function startsWith(phrases: readonly string[]): RegExp {
  return new RegExp(String.raw`^\s*${anyPhrase(phrases)}(?![\p{L}'’])`, 'iu');
}

function holds(phrases: readonly string[]): RegExp {
  return new RegExp(String.raw`(?<!\p{L})${anyPhrase(phrases)}(?!\p{L})`, 'iu');
}
