import type { UnansweredQuestion } from '../../core/unanswered-question';

/** What the questions of a cluster are about: the phrase that most of them share, or the most typical one itself. */
export function clusterName(questions: readonly UnansweredQuestion[]): string {
  const counts = new Map<string, { readonly phrase: string; count: number }>();
  for (const { secondOpinion } of questions)
    for (const phrase of new Set(secondOpinion?.phrases)) {
      const known = counts.get(phrase.toLowerCase()) ?? { phrase, count: 0 };
      known.count += 1;
      counts.set(phrase.toLowerCase(), known);
    }
  // Of those that are shared alike the first stays, which is the most telling one of the most typical question.
  const [best] = [...counts.values()].sort((one, other) => other.count - one.count);
  return best !== undefined && best.count * 2 > questions.length
    ? best.phrase
    : (questions[0]?.text ?? '');
}
