/** Where an answer tells one thing: "verdict", "steps", "steps.0", "paragraphs.1", "example" or "note". */
export type AnswerPlace = string;

/** Shape of an {@link AnswerPlace}. */
export const ANSWER_PLACE = /^(?:verdict|example|note|steps|(?:steps|paragraphs)\.\d)$/;

/** What an answer says. */
interface AnswerWords {
  readonly verdict: string;
  readonly paragraphs: readonly string[];
  readonly steps: readonly string[];
  readonly example?: string | undefined;
  readonly note?: string | undefined;
}

/** The words of an answer at a place, the first of several; undefined where it has none. */
export function wordsAt(answer: AnswerWords, place: AnswerPlace): string | undefined {
  const [key = '', index = '0'] = place.split('.');
  switch (key) {
    case 'verdict':
    case 'example':
    case 'note':
      return answer[key];
    case 'paragraphs':
    case 'steps':
      return answer[key][Number(index)];
    default:
      return undefined;
  }
}
