import type { AccountFacts, Answer } from '../core/answer';
import type { AnswerLabels } from '../core/reply';
import { escapeMarkdown } from './escape-markdown';

/** An answer as Markdown that every channel's text format shows: verdict bold, steps as a list, links, then the source. */
export function renderAnswer(answer: Answer, labels: AnswerLabels): string {
  const escape = escapeMarkdown;
  const blocks = [
    ...renderVerdict(answer),
    ...answer.paragraphs.map(escape),
    answer.steps.map((step, index) => `${index + 1}. ${escape(step)}`).join('\n'),
    answer.example === undefined || answer.worked !== undefined
      ? ''
      : `*${labels.example}:* ${escape(answer.example)}`,
    answer.note === undefined ? '' : escape(answer.note),
    ...(answer.account === undefined ? [] : renderFacts(answer.account)),
    answer.links.length === 0
      ? ''
      : `${labels.readMore}: ${answer.links.map(({ label, url }) => `[${escape(label)}](${url})`).join(' · ')}`,
    answer.source === undefined ? '' : `*${escape(answer.source)}*`,
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** What follows from the person's own dates is the verdict; the rule behind it comes next. */
function renderVerdict({ verdict, worked = [] }: Answer): string[] {
  if (worked.length === 0) return [`**${escapeMarkdown(verdict)}**`];
  const [first = '', ...others] = worked;
  return [`**${escapeMarkdown(first)}**`, ...[...others, verdict].map(escapeMarkdown)];
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
