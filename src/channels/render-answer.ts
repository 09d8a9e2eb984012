import type { AccountFacts, Answer, Table } from '../core/answer';
import type { AnswerLabels } from '../core/reply';
import { escapeMarkdown } from './escape-markdown';

/** How a channel shows the company's own facts within the text; not at all where it shows them on a card. */
type RenderFacts = (facts: AccountFacts) => string;

/** An answer as Markdown that every channel's text format shows: verdict bold, steps as a list, links, then the source. */
export function renderAnswer(
  answer: Answer,
  labels: AnswerLabels,
  renderOwn: RenderFacts = renderFacts,
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
    answer.account === undefined ? '' : renderOwn(answer.account),
    answer.general === undefined ? '' : escape(answer.general),
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

/** The company's own facts as Markdown, many of them as a list; of facts that are the answer itself, only whose and when. */
function renderFacts({ heading, lines, table, details, isLong, asOf }: AccountFacts): string {
  if (lines.length === 0 && details.length === 0 && !isLong)
    return `*${escapeMarkdown(`${heading}. ${asOf}`)}*`;
  const blocks = [
    `**${escapeMarkdown(heading)}**`,
    ...lines.map(escapeMarkdown),
    table === undefined || !isLong ? '' : asMarkdownList(table),
    ...details.map(escapeMarkdown),
    `*${escapeMarkdown(asOf)}*`,
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** One cell is told as it is, several with the names of their columns. */
function asMarkdownList({ columns, rows }: Table): string {
  const named = (cell: string, index: number) => `${columns[index + 1] ?? ''}: ${cell}`;
  const row = ([name = '', ...cells]: readonly string[]) => {
    const told = cells.length > 1 ? cells.map(named).join('; ') : cells.join('');
    return `- **${escapeMarkdown(name)}**: ${escapeMarkdown(told)}`;
  };
  return rows.map(row).join('\n');
}
