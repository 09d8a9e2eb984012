import { matchesDate, selectingDates } from './select-by-date';
import { pickListed, readPick } from './pick-listed';
import type { ItemPresenter } from './item-presenter';
import type { AccountTurn } from './presentation';
import type { Wording } from './wording';
import { wordsIn } from './words-in';

/** What a message selects among the items of one kind. */
export type Selection<Item> =
  | {
      readonly kind: 'items';
      readonly items: readonly Item[];
      /** "The other one", where there is none. */
      readonly isOnly?: boolean;
    }
  /** "The other one", where there are several others. */
  | { readonly kind: 'which'; readonly items: readonly Item[] }
  /** The message names something that isn't there, in its own words. */
  | { readonly kind: 'unmatched'; readonly named: string };

/** What {@link selectItems} goes by. */
export interface SelectionRequest<Item> {
  readonly items: readonly Item[];
  readonly presenter: ItemPresenter<Item>;
  /** The type of entity that names such items. */
  readonly namedBy: 'product' | 'membership';
  readonly turn: AccountTurn;
  readonly wording: Wording;
  /** Id of the item that the conversation is about. */
  readonly chosen?: string | undefined;
  /** Ids of the items that were shown together last, in that order. */
  readonly listed?: readonly string[] | undefined;
}

/**
 * Selects the items that a message is about: those it names by product, membership, words of their
 * titles or date; else the one picked from what was shown, "the other one" or "all"; else the chosen one; else all.
 */
export function selectItems<Item extends { readonly id: string }>(
  request: SelectionRequest<Item>,
): Selection<Item> {
  const { items, presenter, namedBy, turn, wording, chosen } = request;
  const picked = picksOf(request);
  if (picked !== undefined) return { kind: 'items', items: [picked] };
  let selected = items;
  for (const entity of turn.entities) {
    if (entity.type !== namedBy) continue;
    const matching = selected.filter((item) => isNamed(item, entity.value, presenter));
    if (matching.length === 0) return { kind: 'unmatched', named: entity.text };
    selected = matching;
  }
  const dates = presenter.date === undefined ? [] : selectingDates(turn, wording);
  for (const named of dates) {
    const matching = selected.filter((item) => matchesDate(presenter.date?.(item), named));
    if (matching.length > 0) selected = matching;
    else if (named.isOpen !== true) return { kind: 'unmatched', named: named.text };
  }
  selected = withMostWords(selected, presenter, turn.utterance);
  if (selected.length < items.length) return { kind: 'items', items: selected };
  return selectByContext(items, turn.utterance, { wording, chosen });
}

/** "The second one", "the oldest", of what was shown; with one chosen, "den andra" is rather the other one. */
function picksOf<Item extends { readonly id: string }>(
  request: SelectionRequest<Item>,
): Item | undefined {
  const { items, presenter, turn, wording, chosen, listed = [] } = request;
  const pick = readPick(turn.utterance, wording);
  const isOther = chosen !== undefined && wording.hasCue('other', turn.utterance);
  if (pick === undefined || isOther) return undefined;
  const shown = listed.flatMap((id) => items.filter((item) => item.id === id));
  return pickListed(pick, shown, presenter);
}

function selectByContext<Item extends { readonly id: string }>(
  items: readonly Item[],
  utterance: string,
  { wording, chosen }: Pick<SelectionRequest<Item>, 'wording' | 'chosen'>,
): Selection<Item> {
  const known = items.filter(({ id }) => id === chosen);
  if (known.length === 0 || wording.hasCue('all', utterance)) return { kind: 'items', items };
  const others = items.filter(({ id }) => id !== chosen);
  const wantsOther = wording.hasCue('other', utterance);
  if (others.length === 0 || !wantsOther)
    return { kind: 'items', items: known, ...(wantsOther && { isOnly: true }) };
  return { kind: others.length === 1 ? 'items' : 'which', items: others };
}

/** Whether one of the items has all the words in its title, as people write and inflect them. */
export function hasItemCalled<Item>(
  items: readonly Item[],
  presenter: ItemPresenter<Item>,
  words: readonly string[],
): boolean {
  return items.some((item) => {
    const own = wordsOf(presenter.title(item));
    return words.every((word) => own.some((one) => isSpoken(one, [word])));
  });
}

function isNamed<Item>(item: Item, value: string, presenter: ItemPresenter<Item>): boolean {
  if (presenter.names(item).includes(value)) return true;
  const words = wordsOf(presenter.title(item));
  return value.split('-').every((word) => words.includes(word));
}

/** The items of whose own words the utterance has the most; all when it has none of any. */
function withMostWords<Item>(
  items: readonly Item[],
  presenter: ItemPresenter<Item>,
  utterance: string,
): readonly Item[] {
  const titles = items.map((item) => wordsOf(presenter.title(item)));
  const spoken = wordsOf(utterance);
  const hits = titles.map(
    (words) =>
      words.filter(
        (word) => !titles.every((title) => title.includes(word)) && isSpoken(word, spoken),
      ).length,
  );
  const most = Math.max(0, ...hits);
  return most === 0 ? items : items.filter((_, index) => hits[index] === most);
}

/** A longer word may also be the head of a compound or an inflected form: "servern", "Windowsnyckeln". */
function isSpoken(word: string, spoken: readonly string[]): boolean {
  // A single digit is more likely a count than part of a name.
  if (/^\d$/.test(word)) return false;
  return spoken.some((other) => other === word || (word.length > 3 && other.startsWith(word)));
}

function wordsOf(text: string): readonly string[] {
  return wordsIn(text.toLowerCase());
}
