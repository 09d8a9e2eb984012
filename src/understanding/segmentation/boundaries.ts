import { allMatches } from './all-matches';
import type { MessageWords } from './message-words';
import { anyPhrase } from './phrase-pattern';

/** A place where one question may end and the next begin. */
export interface Boundary {
  /** End of what stands before. */
  readonly end: number;
  /** Start of what comes after, joining words left out. */
  readonly start: number;
  /** Whether punctuation ends a sentence there. */
  readonly isSentenceEnd: boolean;
  /** Whether a joining word such as "and" or "dessutom" stands there. */
  readonly isJoined: boolean;
  /** Whether a sentence ends there, and the text has question marks only after it: a story rather than a question. */
  readonly isAfterStory: boolean;
  /** Whether a sentence ends there, and questions stand before and after it: marked, or both begun as such. */
  readonly isBetweenQuestions: boolean;
  /** Whether what comes after begins with a word that questions begin with. */
  readonly beginsQuestion: boolean;
}

/** Boundaries that are looked at in one message. */
const MAX_BOUNDARIES = 8;
/** Characters that the first word of a question takes at most. */
const LONGEST_START = 20;

/** Makes the finder of places where one question of a message may end and the next begin, in order. */
export function createBoundaryFinder(
  words: readonly MessageWords[],
): (text: string) => readonly Boundary[] {
  const joiners = anyPhrase(words.flatMap((word) => [...word.joiners, ...word.adverbs]));
  const adverbs = new Set(words.flatMap((word) => word.adverbs));
  const questionStart = new RegExp(
    String.raw`^${anyPhrase(words.flatMap((word) => word.questionStarts))}(?![\p{L}\p{N}'’])`,
    'iu',
  );
  const boundary = new RegExp(
    [
      // A sentence end, which joining words may follow; or joining words within a sentence.
      String.raw`(?<stop>[.!?;:](?=\s)|\n|\s(?=\d[).:]\s))[\s,)–-]*(?:\d[).:]\s+)?(?:(?:${joiners}[\s,:]+)*(?<=[\s,:]))?`,
      String.raw`(?<![\s,])[\s,]+(?<join>${joiners})[\s,]+(?:${joiners}[\s,]+)*`,
      String.raw`(?<!\s)\s*[,–-]\s+`,
    ].join('|'),
    'giu',
  );
  return (text) => {
    const opensWithQuestion = questionStart.test(text.trimStart().slice(0, LONGEST_START));
    const found = allMatches(text, boundary).flatMap((match): Boundary[] => {
      const { index, 0: phrase, groups } = match;
      const start = index + phrase.length;
      const isSentenceEnd = groups?.['stop'] !== undefined;
      const join = groups?.['join'];
      const beginsQuestion = questionStart.test(text.slice(start, start + LONGEST_START));
      const isWeak = join !== undefined && adverbs.has(join.toLowerCase()) && !beginsQuestion;
      const isJoined = !isWeak && (join !== undefined || /\p{L}/u.test(phrase));
      if (!isSentenceEnd && !isJoined && !beginsQuestion) return [];
      const end = index + (groups?.['stop']?.trim().length ?? 0);
      const isAskedAfter = isSentenceEnd && text.includes('?', start);
      const isAskedBefore = text.slice(0, end).includes('?');
      const isBegunTwice = isSentenceEnd && beginsQuestion && opensWithQuestion;
      return [
        {
          ...{ end, start, isSentenceEnd, isJoined, beginsQuestion },
          isAfterStory: isAskedAfter && !isAskedBefore,
          isBetweenQuestions: (isAskedAfter && isAskedBefore) || isBegunTwice,
        },
      ];
    });
    if (found.length <= MAX_BOUNDARIES) return found;
    return found.filter(({ isSentenceEnd }) => isSentenceEnd).slice(-MAX_BOUNDARIES);
  };
}
