/** Figures and instants as a reader of a locale writes them. */
export interface Formats {
  count(value: number): string;
  /** A share from 0 to 1 in per cent; a dash for none. */
  share(value: number | undefined): string;
  /** Calendar date `YYYY-MM-DD`. */
  day(date: string): string;
  /** ISO 8601 instant, to the minute. */
  instant(at: string): string;
}

/** Formats of a BCP 47 tag, with instants told in a time zone. */
export function createFormats(locale: string, timeZone: string): Formats {
  const count = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone },
  });
  const counted = remembered((value: number) => count.format(value));
  const shared = remembered((value: number) => share.format(value));
  return {
    count: counted,
    share: (value) => (value === undefined ? '–' : shared(value)),
    day: (date) => day.format(new Date(`${date}T00:00:00Z`)),
    instant: (at) => instant.format(new Date(at)),
  };
}

/** A table of a year writes the same few numbers again and again. */
function remembered(write: (value: number) => string): (value: number) => string {
  const known = new Map<number, string>();
  return (value) => {
    const text = known.get(value) ?? write(value);
    known.set(value, text);
    return text;
  };
}
