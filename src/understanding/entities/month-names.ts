/** The names of the twelve months in a language (BCP 47), in lower case, without a full stop. */
export function monthNames(locale: string, month: 'long' | 'short'): readonly string[] {
  const name = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) =>
    name
      .format(Date.UTC(2001, index, 1))
      .toLowerCase()
      .replace('.', ''),
  );
}
