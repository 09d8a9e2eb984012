import type { Answer, RelatedQuestion } from './answer';
import { wordsAt, type AnswerPlace } from './answer-place';

/**
 * An answer cut down to the one thing that was asked, with its links, and with its own question among the related ones
 * as the way to the rest; undefined where it has no words at the place.
 */
export function narrowAnswer(
  answer: Answer,
  place: AnswerPlace,
  own: RelatedQuestion,
): Answer | undefined {
  const words = wordsAt(answer, place);
  if (words === undefined) return undefined;
  const { entry, language, title, verdict, steps, links, related } = answer;
  const isList = place === 'steps';
  return {
    ...{ entry, language, title, links },
    verdict: isList ? verdict : words,
    paragraphs: [],
    steps: isList ? steps : [],
    related: [own, ...related],
  };
}
