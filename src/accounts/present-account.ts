import type { AccountPart } from '../core/account';
import type { Table } from '../core/answer';
import type { ItemPresenter } from './item-presenter';
import type { AccountPresentation, Choice } from './presentation';
import { selectItems } from './select-items';
import { visitPart, type AccountRequest } from './visit-part';
import { createWording, type Wording } from './wording';

/** Up to this many items are told in sentences, more in a table. */
const MAX_IN_SENTENCES = 2;
/** Rows of a table; what is more is counted. */
const MAX_ROWS = 8;

/**
 * Tells what an account's own state means for its company today, in the language of the turn:
 * about the items that the message names, "the other one" or the chosen one, or else about all.
 */
export function presentAccount(request: AccountRequest): AccountPresentation {
  const wording = createWording(request);
  return visitPart(request, (part, presenter) =>
    presentPart(part, presenter, { request, wording }),
  );
}

interface Context {
  readonly request: AccountRequest;
  readonly wording: Wording;
}

function presentPart<Item extends { readonly id: string }>(
  part: AccountPart<Item>,
  presenter: ItemPresenter<Item>,
  { request, wording }: Context,
): AccountPresentation {
  const { view, account, chosen, listed } = request;
  const { company, timeZone } = account;
  const say = (key: string, values = {}) => wording.say(`${key}.${view}`, { company, ...values });
  if (part.access === 'denied') return { kind: 'denied', line: say('denied') };
  const { items } = part;
  const frame = { heading: say('heading'), asOf: wording.asOf(part.asOf, timeZone) };
  if (items.length === 0) {
    const facts = { ...frame, lines: [say('empty')], details: [], isLong: false };
    return { kind: 'facts', facts, items: [] };
  }
  const describe = (selected: readonly Item[]) => {
    const lines = [say('many', { count: selected.length })];
    return selected.length > MAX_IN_SENTENCES
      ? { lines, ...inRows(selected, presenter, wording) }
      : inSentences(selected, presenter);
  };
  const namedBy = view === 'renewal' ? 'membership' : 'product';
  const selection = selectItems({
    items,
    presenter,
    namedBy,
    turn: request,
    wording,
    chosen,
    listed,
  });
  switch (selection.kind) {
    case 'unmatched':
      return { kind: 'unmatched', line: say('unmatched', { named: selection.named }) };
    case 'which':
      return {
        kind: 'which',
        question: wording.say('which'),
        choices: toChoices(selection.items, presenter, wording),
      };
    case 'items': {
      const { lines, ...told } = describe(selection.items);
      const [first = '', ...others] = lines;
      const isOnly = selection.isOnly === true;
      const said = isOnly ? [`${wording.say('only')} ${first}`, ...others] : lines;
      return {
        kind: 'facts',
        facts: { ...frame, ...told, lines: said },
        items: toChoices(selection.items, presenter, wording),
      };
    }
  }
}

function inSentences<Item>(items: readonly Item[], presenter: ItemPresenter<Item>) {
  return {
    lines: items.flatMap((item) => presenter.lines(item)),
    details: items.flatMap((item) => presenter.details?.(item) ?? []),
    table: toTable(items, presenter),
    isLong: false,
  };
}

function inRows<Item>(items: readonly Item[], presenter: ItemPresenter<Item>, { say }: Wording) {
  const table = toTable(items.slice(0, MAX_ROWS), presenter);
  const count = items.length - table.rows.length;
  return { details: count === 0 ? [] : [say('more', { count })], table, isLong: true };
}

function toTable<Item>(items: readonly Item[], presenter: ItemPresenter<Item>): Table {
  return { columns: presenter.columns, rows: items.map((item) => presenter.row(item)) };
}

/** Items of the same title are told apart by their dates. */
function toChoices<Item extends { readonly id: string }>(
  items: readonly Item[],
  presenter: ItemPresenter<Item>,
  wording: Wording,
): readonly Choice[] {
  const titles = items.map((item) => presenter.title(item));
  return items.map((item, index) => {
    const title = presenter.title(item);
    const date = presenter.date?.(item);
    const isUnique = titles.indexOf(title) === index && titles.lastIndexOf(title) === index;
    return {
      id: item.id,
      title: isUnique || date === undefined ? title : `${title}, ${wording.date(date)}`,
    };
  });
}
