import type { Attachment } from 'botbuilder';
import type { AccountFacts, Link, Table } from '../core/answer';
import type { Language } from '../core/language';
import { adaptiveCard } from './adaptive-card';

/** The company's own facts as an Adaptive Card, with where to act on them. */
export function accountCard(
  { heading, lines, table, details, asOf }: AccountFacts,
  links: readonly Link[],
  lang: Language,
): Attachment {
  const told = [...lines, ...(table?.rows ?? []).map((row) => row.join(', ')), ...details, asOf];
  return adaptiveCard({
    lang,
    fallbackText: [heading, ...told].join('\n\n'),
    speak: [heading, ...told].join('. '),
    body: [
      text(heading, { weight: 'Bolder', style: 'heading' }),
      ...(table === undefined ? lines.map((line) => text(line)) : rowsOf(table)),
      ...details.map((detail) => text(detail)),
      text(asOf, { isSubtle: true, size: 'Small' }),
    ],
    actions: links.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
  });
}

/** Two columns as facts side by side; more as facts below the name of each item. */
function rowsOf({ columns, rows }: Table): object[] {
  if (columns.length <= 2)
    return [factSet(rows.map(([title = '', ...cells]) => [title, cells.join(', ')]))];
  return rows.map(([name = '', ...cells]) => ({
    type: 'Container',
    spacing: 'Medium',
    items: [
      text(name, { weight: 'Bolder' }),
      factSet(cells.map((cell, index) => [columns[index + 1] ?? '', cell])),
    ],
  }));
}

function factSet(facts: readonly (readonly [title: string, value: string])[]): object {
  return { type: 'FactSet', facts: facts.map(([title, value]) => ({ title, value })) };
}

function text(words: string, look: Readonly<Record<string, unknown>> = {}): object {
  return { type: 'TextBlock', text: words, wrap: true, ...look };
}
