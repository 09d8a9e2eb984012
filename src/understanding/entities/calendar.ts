/** A day of the calendar; `year` is absent when the person left it out. */
export interface DayParts {
  readonly year?: number | undefined;
  readonly month: number;
  readonly day: number;
}

/**
 * The calendar date `YYYY-MM-DD` that a person means. Without a year the latest one that isn't in
 * the future: people tell when something was bought or activated. Undefined for 31 April and the like.
 */
export function pastDate({ year, month, day }: DayParts, today: string): string | undefined {
  if (year !== undefined) return validDate(year, month, day);
  const thisYear = Number(today.slice(0, 4));
  // Eight years back there is a 29 February even around a century without one.
  for (let back = 0; back <= 8; back++) {
    const date = validDate(thisYear - back, month, day);
    if (date !== undefined && date <= today) return date;
  }
  return undefined;
}

function validDate(year: number, month: number, day: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, day));
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return undefined;
  return time.toISOString().slice(0, 10);
}
