/** Stands in for the Globalize of Web Chat, which carries the dates of 44 languages: the browser knows them all. */
export interface Globalize {
  dateFormatter(): (date: Date) => string;
  relativeTimeFormatter(unit: 'hour' | 'minute'): (value: number) => string;
  unitFormatter(unit: string, options: { readonly form: 'long' | 'short' }): (n: number) => string;
  plural(value: number): Intl.LDMLPluralRule;
}

export function globalize(language: string): Globalize {
  return {
    dateFormatter: () => {
      const format = new Intl.DateTimeFormat(language, {
        day: 'numeric',
        month: 'long',
        hour: 'numeric',
        minute: 'numeric',
      });
      return (date) => format.format(date);
    },
    relativeTimeFormatter: (unit) => {
      const format = new Intl.RelativeTimeFormat(language);
      return (value) => format.format(value, unit);
    },
    unitFormatter: (unit, { form }) => {
      const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: form });
      return (value) => format.format(value);
    },
    plural: (value) => new Intl.PluralRules(language).select(value),
  };
}
