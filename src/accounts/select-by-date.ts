import type { CalendarDate } from '../core/calendar-date';
import type { Entity } from '../core/recognition';
import type { AccountTurn } from './presentation';
import type { Wording } from './wording';

/** A date by which a message names an item: "the token from 3 May", or only "from May". */
export interface SelectingDate {
  readonly text: string;
  /** Starts of the dates that fit: `2026-05-03`, `2026-05` or, for any year, `-05-`. */
  readonly fits: readonly string[];
}

/** The dates of a message that can name an item: what was bought or activated lies in the past. */
export function selectingDates(turn: AccountTurn, wording: Wording): readonly SelectingDate[] {
  return turn.entities.flatMap((entity) => {
    if (entity.type !== 'date') return [];
    const past = readingsOf(entity).filter((date) => date < turn.today);
    const month = bareMonth(entity.text, wording);
    if (month === undefined) return past.length === 0 ? [] : [{ text: entity.text, fits: past }];
    const year = /\d{4}/.exec(entity.text)?.[0] ?? '';
    return [{ text: entity.text, fits: [`${year}-${month}-`] }];
  });
}

/** Tells whether a date is one that a message names. */
export function matchesDate(date: CalendarDate | undefined, { fits }: SelectingDate): boolean {
  return date !== undefined && fits.some((part) => date.includes(part));
}

/** Every reading of a date, the likelier first. */
export function readingsOf(
  entity: Extract<Entity, { readonly type: 'date' }>,
): readonly CalendarDate[] {
  return entity.readings ?? [entity.value];
}

/** The number of the month, `05`, where a text names one without a day. */
function bareMonth(text: string, wording: Wording): string | undefined {
  if (/(?<!\d)\d{1,2}(?!\d)/.test(text)) return undefined;
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const index = wording.months().findIndex((month) => words.some((word) => month.startsWith(word)));
  return index === -1 ? undefined : String(index + 1).padStart(2, '0');
}
