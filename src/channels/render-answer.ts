import type { AccountFacts, Answer } from '../core/answer';
import type { AnswerLabels } from '../core/reply';
import { escapeMarkdown } from './escape-markdown';

type Table = NonNullable<AccountFacts['table']>;

/** How a channel shows a table. */
type RenderTable = (table: Table) => string;

/** An answer as Markdown that every channel's text format shows: verdict bold, steps as a list, links, then the source. */
export function renderAnswer(
  answer: Answer,
  labels: AnswerLabels,
  renderTable: RenderTable = asMarkdownTable,
): string {
  const escape = escapeMarkdown;
  const blocks = [
    ...renderVerdict(answer),
    ...answer.paragraphs.map(escape),
    answer.steps.map((step, index) => `${index + 1}. ${escape(step)}`).join('\n'),
    answer.example === undefined || answer.worked !== undefined
      ? ''
      : `*${labels.example}:* ${escape(answer.example)}`,
    answer.note === undefined ? '' : escape(answer.note),
    ...(answer.account === undefined ? [] : renderFacts(answer.account, renderTable)),
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

function renderFacts(
  { heading, lines, table, asOf }: AccountFacts,
  renderTable: RenderTable,
): string[] {
  return [
    `**${escapeMarkdown(heading)}**`,
    table === undefined ? '' : renderTable(table),
    ...lines.map(escapeMarkdown),
    `*${escapeMarkdown(asOf)}*`,
  ];
}

function asMarkdownTable({ columns, rows }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('\n');
}

/** A table for channels whose Markdown has none: a list with each cell under its column's name. */
export function asMarkdownList({ columns, rows }: Table): string {
  const cell = (text: string, index: number) =>
    `${escapeMarkdown(columns[index] ?? '')}: ${escapeMarkdown(text)}`;
  return rows.map((cells) => `- ${cells.map(cell).join(', ')}`).join('\n');
}
