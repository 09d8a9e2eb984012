import type { AccountFacts, Answer } from '../core/answer';
import type { AnswerLabels } from '../core/reply';
import { escapeMarkdown } from './escape-markdown';

/** An answer as Markdown that every channel's text format shows: verdict bold, steps as a list, links, then the source. */
export function renderAnswer(answer: Answer, labels: AnswerLabels): string {
  const escape = escapeMarkdown;
  const blocks = [
    `**${escape(answer.verdict)}**`,
    ...(answer.worked ?? []).map((line) => `**${escape(line)}**`),
    ...answer.paragraphs.map(escape),
    answer.steps.map((step, index) => `${index + 1}. ${escape(step)}`).join('\n'),
    answer.example === undefined ? '' : `*${labels.example}:* ${escape(answer.example)}`,
    answer.note === undefined ? '' : escape(answer.note),
    ...(answer.account === undefined ? [] : renderFacts(answer.account)),
    answer.links.length === 0
      ? ''
      : `${labels.readMore}: ${answer.links.map(({ label, url }) => `[${escape(label)}](${url})`).join(' · ')}`,
    answer.source === undefined ? '' : `*${escape(answer.source)}*`,
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function renderFacts({ heading, lines, table, asOf }: AccountFacts): string[] {
  const row = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const rows = table && [
    row(table.columns),
    row(table.columns.map(() => '---')),
    ...table.rows.map(row),
  ];
  return [
    `**${escapeMarkdown(heading)}**`,
    rows?.join('\n') ?? '',
    ...lines.map(escapeMarkdown),
    `*${escapeMarkdown(asOf)}*`,
  ];
}
