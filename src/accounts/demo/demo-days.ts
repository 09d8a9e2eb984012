import { addDays, addYears, type CalendarDate } from '../../core/calendar-date';

/** Dates around today, so that what the demo shows never goes stale. */
export interface DemoDays {
  /** A number of days from today, or before it when negative. */
  readonly day: (offset: number) => CalendarDate;
  /** Purchase and yearly renewals of a membership whose next window opens in a number of days, or opened before. */
  readonly bought: (
    yearsAgo: number,
    opensIn: number,
  ) => { readonly purchasedOn: CalendarDate; readonly renewedOn: readonly CalendarDate[] };
}

/** Dates around a day. */
export function createDemoDays(today: CalendarDate): DemoDays {
  const day = (offset: number): CalendarDate => addDays(today, offset);
  return {
    day,
    bought(yearsAgo, opensIn) {
      const anniversary = day(opensIn - 1);
      // What was bought in a common year has no anniversary on 29 February.
      const years = anniversary.endsWith('-02-29') ? 4 : yearsAgo;
      const renewals = Array.from({ length: years - 1 }, (_, index) => index + 1);
      return {
        purchasedOn: addYears(anniversary, -years),
        renewedOn: renewals.map((ago) => addDays(addYears(anniversary, -ago), 9)),
      };
    },
  };
}
