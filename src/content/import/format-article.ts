import type { Article } from './article';

/** The questions of an article with their answers, as the import has read them. */
export function formatArticle({ questions, languages }: Article): string {
  const blocks = questions.map(({ line, topic, question, answer, links }, index) => [
    `${index + 1}. line ${line}, ${[...topic.values()].join(' / ')}`,
    ...languages.flatMap((language) => [
      `   ${language} Q: ${question.get(language) ?? ''}`,
      ...answer.map(
        ({ kind, text }) =>
          `   ${language} ${kind === 'item' ? ' -' : 'A:'} ${text.get(language) ?? ''}`,
      ),
    ]),
    `   links: ${links.join(' ') || 'none'}`,
  ]);
  const total = `${questions.length} questions, each with an answer in ${languages.join(' and ')}`;
  return [...blocks.map((lines) => lines.join('\n')), total].join('\n\n');
}
