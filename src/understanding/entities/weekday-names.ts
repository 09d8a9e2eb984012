/** A Monday. */
const MONDAY = { year: 2001, month: 0, day: 1 };

/** The names of the seven weekdays in a language (BCP 47), in lower case, Monday first. */
export function weekdayNames(locale: string): readonly string[] {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const { year, month, day } = MONDAY;
  return Array.from({ length: 7 }, (_, index) =>
    name.format(Date.UTC(year, month, day + index)).toLowerCase(),
  );
}
