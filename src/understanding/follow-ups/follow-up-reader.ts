import type { createNameFinder, FoundName } from '../entities/find-names';
import { wordsOf } from '../language-detection/words-of';
import type { MessageWords } from '../segmentation/message-words';
import { anyPhrase } from '../segmentation/phrase-pattern';
import { replaceSubject } from './replace-subject';

/** How a message leans on the turn before. */
export type FollowUpKind = 'ellipsis' | 'correction';

/** A way to read a follow-up as a question of its own, and how much that reading counts, 0 to 1. */
export interface FollowUpReading {
  readonly text: string;
  readonly weight: number;
}

export interface FollowUp {
  readonly kind: FollowUpKind;
  readonly readings: readonly FollowUpReading[];
}

/** What the reader knows words by. */
export interface FollowUpWords {
  readonly message: readonly MessageWords[];
  /** Words without content of their own. */
  readonly functionWords: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly findNames: ReturnType<typeof createNameFinder>;
}

/** Longer messages say themselves what they are about. */
const MAX_WORDS = 14;
/** So few words with a word that points back lean on the turn before, whatever they name. */
const FEW_WORDS = 4;
/** Words between a negation and what it refuses: "not really the key". */
const NEGATION_REACH = 2;

/**
 * Weights of the readings, fitted on written dialogues: the words alone; after the previous
 * question; with its subjects only; in place of its subject.
 */
const WEIGHTS = {
  correction: [0.3, 0.3, 0.3, 1],
  replacement: [0.5, 0.3, 0.2, 1],
  ellipsis: [1, 0.5, 0.5, 0.5],
  continuation: [1, 0.3, 0.3, 0.3],
} as const;

/**
 * Makes the reader of messages that lean on the one before: "and for a competency?", "what if it's
 * been 40 days?", "no, I meant the key". Undefined for a question that stands on its own.
 */
export function createFollowUpReader(
  words: FollowUpWords,
): (text: string, previousText: string) => FollowUp | undefined {
  const of = (list: (word: MessageWords) => readonly string[]) => words.message.flatMap(list);
  const opener = startsWith(of((word) => word.followUpOpeners));
  const correctionOpener = startsWith(of((word) => word.correctionOpeners));
  const correction = new RegExp(
    String.raw`(?<!\p{L})${anyPhrase(of((word) => word.corrections))}(?!\p{L})`,
    'iu',
  );
  const pointers = new Set(of((word) => word.pointers));
  const empty = new Set([
    ...words.functionWords,
    ...pointers,
    ...of((word) => word.questionStarts),
  ]);

  const refusedNames = (text: string, names: readonly FoundName[]): ReadonlySet<string> =>
    new Set(
      names
        .filter(({ start }) =>
          wordsOf(text.slice(0, start))
            .slice(-NEGATION_REACH)
            .some((word) => words.negations.has(word)),
        )
        .map(({ id }) => id),
    );

  return (text, previousText) => {
    const found = wordsOf(text);
    if (found.length > MAX_WORDS) return undefined;
    const names = words.findNames(text);
    const refused = refusedNames(text, names);
    const wanted = names.filter(({ id }) => !refused.has(id));
    const isCorrection =
      wanted.length > 0 &&
      (correction.test(text) || (correctionOpener.test(text) && found.length <= 2 * FEW_WORDS));
    const content = found.filter((word) => !empty.has(word)).length;
    const isOpened = opener.test(text);
    const pointsBack = found.some((word) => pointers.has(word));
    const isFollowUp =
      isCorrection ||
      isOpened ||
      (pointsBack && (wanted.length === 0 || found.length <= FEW_WORDS)) ||
      content === 0;
    if (!isFollowUp || found.length === 0) return undefined;

    const named = wanted.reduce((sum, name) => sum + wordsOf(name.text).length, 0);
    const row = isCorrection
      ? 'correction'
      : wanted.length === 0
        ? 'ellipsis'
        : content <= named
          ? 'replacement'
          : 'continuation';
    const previousNames = words.findNames(previousText);
    const subjects = previousNames.map((name) => name.text).join(' ');
    const replaced =
      wanted.length === 0
        ? `${previousText} ${text}`
        : replaceSubject({ previousText, previousNames, names: wanted, refused });
    const texts = [text, `${previousText} ${text}`, `${subjects} ${text}`, replaced];
    return {
      kind: isCorrection ? 'correction' : 'ellipsis',
      readings: texts.map((reading, index) => ({
        text: reading.trim(),
        weight: WEIGHTS[row][index] ?? 0,
      })),
    };
  };
}

function startsWith(phrases: readonly string[]): RegExp {
  return new RegExp(String.raw`^\s*${anyPhrase(phrases)}(?![\p{L}'’])`, 'iu');
}
