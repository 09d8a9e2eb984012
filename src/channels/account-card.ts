import type { Attachment } from 'botbuilder';
import type { AccountFacts, Link, Table } from '../core/answer';
import type { Language } from '../core/language';
import { adaptiveCard } from './adaptive-card';
import { escapeMarkdown } from './escape-markdown';
import { plainText, withoutDates } from './plain-text';

/** The company's own facts as an Adaptive Card, with where to act on them. */
export function accountCard(
  { heading, lines, table, details, asOf }: AccountFacts,
  links: readonly Link[],
  lang: Language,
): Attachment {
  const told = [...lines, ...(table?.rows ?? []).map((row) => row.join(', ')), ...details, asOf];
  return adaptiveCard({
    lang,
    fallbackText: [heading, ...told].map(asMarkdown).join('\n\n'),
    speak: [heading, ...told].join('. '),
    body: [
      headingOf(heading),
      ...(table === undefined ? lines.map((line) => plainText(line)) : rowsOf(table)),
      ...details.map((detail) => plainText(detail)),
      plainText(asOf, { isSubtle: true, size: 'Small' }),
    ],
    actions: links.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
  });
}

/** A narrow table: below the name of each item its cells, with the names of their columns. */
function rowsOf({ columns, rows }: Table): object[] {
  return rows.map(([name = '', ...cells]) => {
    const facts = cells.map((value, index) => ({
      title: columns[index + 1] ?? '',
      value: asMarkdown(value),
    }));
    return {
      type: 'Container',
      items: [plainText(name, { weight: 'Bolder' }), { type: 'FactSet', spacing: 'Small', facts }],
    };
  });
}

/** Only a TextBlock can be a heading to screen readers; it reads Markdown. */
function headingOf(words: string): object {
  const look = { weight: 'Bolder', style: 'heading', size: 'Default', wrap: true };
  return { type: 'TextBlock', text: asMarkdown(words), ...look };
}

function asMarkdown(words: string): string {
  return escapeMarkdown(withoutDates(words));
}
