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
      text(heading, { weight: 'Bolder', style: 'heading', size: 'Default' }),
      ...(table === undefined ? lines.map((line) => text(line)) : rowsOf(table)),
      ...details.map((detail) => text(detail)),
      text(asOf, { isSubtle: true, size: 'Small' }),
    ],
    actions: links.map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
  });
}

/** A narrow table: below the name of each item its cells, with the names of their columns. */
function rowsOf({ columns, rows }: Table): object[] {
  return rows.map(([name = '', ...cells]) => {
    const facts = cells.map((value, index) => ({ title: columns[index + 1] ?? '', value }));
    return {
      type: 'Container',
      items: [text(name, { weight: 'Bolder' }), { type: 'FactSet', spacing: 'Small', facts }],
    };
  });
}

function text(words: string, look: Readonly<Record<string, unknown>> = {}): object {
  return { type: 'TextBlock', text: words, wrap: true, ...look };
}
