import type { Answer } from '../core/answer';
import type { AnswerLabels } from '../core/reply';
import { escapeMarkdown } from './escape-markdown';

/** An answer as Markdown that every channel's text format shows: verdict bold, steps as a list, links, then the source. */
export function renderAnswer(answer: Answer, labels: AnswerLabels): string {
  const escape = escapeMarkdown;
  const { account } = answer;
  const blocks = [
    `**${escape(answer.verdict)}**`,
    ...answer.paragraphs.map(escape),
    answer.steps.map((step, index) => `${index + 1}. ${escape(step)}`).join('\n'),
    answer.example === undefined ? '' : `*${labels.example}:* ${escape(answer.example)}`,
    answer.note === undefined ? '' : escape(answer.note),
    account === undefined
      ? ''
      : [`**${escape(account.heading)}**`, ...account.lines.map(escape), account.asOf].join('\n\n'),
    answer.links.length === 0
      ? ''
      : `${labels.readMore}: ${answer.links.map(({ label, url }) => `[${escape(label)}](${url})`).join(' · ')}`,
    answer.source === undefined ? '' : `*${escape(answer.source)}*`,
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}
