import { z } from 'zod';
import { escapeHtml } from '../../core/escape-html';
import { renderMarkdown } from './render-markdown';

const element = z.looseObject({ type: z.string() });
const textBlock = z.looseObject({
  text: z.string(),
  weight: z.string().optional(),
  isSubtle: z.boolean().optional(),
});
const actionSchema = z.looseObject({ title: z.string() });
const factSet = z.looseObject({
  facts: z.array(z.looseObject({ title: z.string(), value: z.string() })),
});
/** Where the elements of an element stand. */
const parts = z.looseObject({
  body: z.array(element).optional(),
  items: z.array(element).optional(),
  columns: z.array(element).optional(),
  rows: z.array(element).optional(),
  cells: z.array(element).optional(),
  inlines: z.array(z.union([element, z.string()])).optional(),
  actions: z.array(element).optional(),
  card: element.optional(),
});

/** An Adaptive Card as HTML, near enough to judge its words, their order and length. What it doesn't know it names. */
export function renderCard(card: unknown): string {
  return `<div class="card">${renderElement(card)}</div>`;
}

function renderElement(value: unknown): string {
  const { type } = element.safeParse(value).data ?? { type: '' };
  const text = textBlock.safeParse(value).data;
  if (type === 'TextBlock' && text !== undefined) return renderText(text, renderMarkdown);
  if (type === 'TextRun' && text !== undefined) return renderText(text, escapeHtml);
  const action = actionSchema.safeParse(value).data;
  if (type.startsWith('Action.') && action !== undefined)
    return `<span class="button">${escapeHtml(action.title)}</span>${renderParts(value)}`;
  const { facts } = factSet.safeParse(value).data ?? { facts: [] };
  if (type === 'FactSet')
    return `<dl>${facts.map((fact) => `<dt>${escapeHtml(fact.title)}</dt><dd>${escapeHtml(fact.value)}</dd>`).join('')}</dl>`;
  const inside = renderParts(value);
  return inside === ''
    ? `<p class="unknown">${escapeHtml(type)}</p>`
    : `<div class="${escapeHtml(type)}">${inside}</div>`;
}

function renderText(
  { text, weight = '', isSubtle = false }: z.infer<typeof textBlock>,
  render: (text: string) => string,
): string {
  const classes = [weight.toLowerCase(), ...(isSubtle ? ['subtle'] : [])].filter(Boolean);
  return `<div class="${escapeHtml(classes.join(' '))}">${render(text)}</div>`;
}

function renderParts(value: unknown): string {
  const inside = parts.safeParse(value).data;
  if (inside === undefined) return '';
  const { body, items, columns, rows, cells, inlines, actions, card } = inside;
  const all = [
    body,
    items,
    columns,
    rows,
    cells,
    inlines,
    card === undefined ? [] : [card],
    actions,
  ];
  return all
    .flatMap((list) => list ?? [])
    .map((item) => (typeof item === 'string' ? escapeHtml(item) : renderElement(item)))
    .join('');
}
