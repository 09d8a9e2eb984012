import type { CalendarDate } from '../core/calendar-date';
import type { ItemPresenter } from './item-presenter';
import type { Wording } from './wording';

/** Which of the items that were listed is meant: one by its place, or by what it is among them. */
export type Pick = (typeof PLACES)[number] | 'last' | 'oldest' | 'newest' | 'soonest';

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'] as const;
const PICKS: readonly Pick[] = [...PLACES, 'last', 'oldest', 'newest', 'soonest'];
/** A longer message says more than which one. */
const MOST_WORDS = 8;

/** Reads which one of several a message means and nothing else: "the second one", "den som går ut först". */
export function readPick(text: string, wording: Wording): Pick | undefined {
  const words = text.match(/[\p{L}\p{N}']+/gu) ?? [];
  if (words.length > MOST_WORDS) return undefined;
  const telling = words.filter((word) => !wording.isCue('pick.beside', word)).join(' ');
  return PICKS.find((pick) => [telling, text].some((said) => wording.isCue(`pick.${pick}`, said)));
}

/** The item that is picked from a list; undefined where no item is, or several are. */
export function pickListed<Item extends { readonly id: string }>(
  pick: Pick,
  listed: readonly Item[],
  presenter: ItemPresenter<Item>,
): Item | undefined {
  switch (pick) {
    case 'last':
      return listed.at(-1);
    case 'oldest':
      return foremost(listed, (item) => presenter.date?.(item));
    case 'newest':
      return foremost(listed.toReversed(), (item) => presenter.date?.(item), -1);
    case 'soonest':
      return foremost(listed, (item) => presenter.due?.(item));
    case 'first':
    case 'second':
    case 'third':
    case 'fourth':
    case 'fifth':
      return listed[PLACES.indexOf(pick)];
  }
}

/** The item with the earliest day, or with -1 the latest; items without one are left out. */
function foremost<Item>(
  items: readonly Item[],
  dayOf: (item: Item) => CalendarDate | undefined,
  direction: 1 | -1 = 1,
): Item | undefined {
  const dated = items.flatMap((item) => {
    const day = dayOf(item);
    return day === undefined ? [] : [{ item, day }];
  });
  const [first, second] = dated.toSorted((left, right) =>
    left.day === right.day ? 0 : (left.day < right.day ? -1 : 1) * direction,
  );
  return first?.day === second?.day ? undefined : first?.item;
}
