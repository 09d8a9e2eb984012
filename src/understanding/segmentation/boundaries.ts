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
  /** Whether what comes after begins like a question or request. */
  readonly isClauseStart: boolean;
}

/** Boundaries that are looked at in one message. */
const MAX_BOUNDARIES = 12;

/** Makes the finder of places where one question of a message may end and the next begin, in order. */
export function createBoundaryFinder(
  words: readonly MessageWords[],
): (text: string) => readonly Boundary[] {
  const joiners = anyPhrase(words.flatMap((word) => word.joiners));
  const clauseStart = new RegExp(
    String.raw`^${anyPhrase(words.flatMap((word) => word.clauseStarts))}(?![\p{L}\p{N}'’])`,
    'iu',
  );
  const boundary = new RegExp(
    [
      // A sentence end, which joining words may follow; or joining words within a sentence.
      String.raw`(?<stop>[.!?;:](?=\s)|\n|\s(?=\d[).:]\s))[\s,)–-]*(?:\d[).:]\s+)?(?:(?:${joiners}[\s,:]+)*(?<=[\s,:]))?`,
      String.raw`[\s,]+(?<join>${joiners})[\s,]+(?:${joiners}[\s,]+)*`,
      String.raw`\s*[,–-]\s+`,
    ].join('|'),
    'giu',
  );
  return (text) => {
    const found = [...text.matchAll(boundary)].map((match): Boundary => {
      const { index, 0: phrase, groups } = match;
      const start = index + phrase.length;
      return {
        end: index + (groups?.['stop']?.length ?? 0),
        start,
        isSentenceEnd: groups?.['stop'] !== undefined,
        isJoined: groups?.['join'] !== undefined || /\p{L}/u.test(phrase),
        isClauseStart: clauseStart.test(text.slice(start, start + 40)),
      };
    });
    const useful = found.filter(
      ({ isSentenceEnd, isJoined, isClauseStart }) => isSentenceEnd || isJoined || isClauseStart,
    );
    if (useful.length <= MAX_BOUNDARIES) return useful;
    return useful.filter(({ isSentenceEnd }) => isSentenceEnd).slice(-MAX_BOUNDARIES);
  };
}
