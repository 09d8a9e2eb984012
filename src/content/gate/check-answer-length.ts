import type { Content } from '../content';
import type { Fault } from '../fault';
import type { FaqText } from '../schemas';

/** What a card shows on a telephone without scrolling twice, counted in characters. */
const LONGEST_ANSWER = 900;
/** What a button shows on one line in Teams. */
const LONGEST_SHORT = 40;
const LONGEST_QUESTION = 150;

/** Answers and titles that are too long for a card or a button. */
export function checkAnswerLength(content: Content): readonly Fault[] {
  return [...content.in].flatMap(([language, { answers, titles }]) => {
    const place = (id: string, key?: string) => {
      const [topic = '', name = ''] = id.split('.');
      const path = key === undefined ? [name] : [name, key];
      return { file: `locales/${language}/faq/${topic}.json`, path };
    };
    const tooLong = (id: string, what: string, length: number, longest: number): string[] =>
      length > longest ? [`${id}: ${what} has ${length} characters, a card holds ${longest}`] : [];
    return [
      ...[...answers].flatMap(([id, answer]) =>
        tooLong(id, 'the answer', lengthOf(answer), LONGEST_ANSWER).map((reason) => ({
          ...place(id),
          reason,
        })),
      ),
      ...[...titles].flatMap(([id, { question, short }]) => [
        ...tooLong(id, 'the question', question.length, LONGEST_QUESTION).map((reason) => ({
          ...place(id, 'question'),
          reason,
        })),
        ...tooLong(id, 'the short title', short.length, LONGEST_SHORT).map((reason) => ({
          ...place(id, 'short'),
          reason,
        })),
      ]),
    ];
  });
}

function lengthOf({ verdict, paragraphs, steps, example = '', note = '' }: FaqText): number {
  return [verdict, ...paragraphs, ...steps, example, note].join('').length;
}
