import type { CalendarDate } from '../core/calendar-date';

/** How one kind of item of an account is named, told from its like, and described. */
export interface ItemPresenter<Item> {
  /** Tells an item from the others of its kind, for a button. */
  title(item: Item): string;
  /** Everything that the item may be called, besides its title. */
  names(item: Item): readonly string[];
  /** The date by which people know the item: bought on, activated on. */
  date?(item: Item): CalendarDate | undefined;
  /** The day on which something about it ends that hasn't ended yet. */
  due?(item: Item): CalendarDate | undefined;
  /** Sentences about the item, the verdict first. */
  lines(item: Item): readonly string[];
  /** What else there is to say of an item, where there are few. */
  details?(item: Item): readonly string[];
  /** Headings of a table of several items, and an item's row of it. */
  readonly columns: readonly string[];
  row(item: Item): readonly string[];
}
