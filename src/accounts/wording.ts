import { yearOf, type CalendarDate } from '../core/calendar-date';
import { dateFormat } from '../core/date-format';
import { remember } from '../core/remember';
import { withoutMarks } from '../core/without-marks';
import type { AccountTurn } from './presentation';

/** Says things about accounts in one language: words from `account.json`, dates and numbers by `Intl`. */
export interface Wording {
  /** Words of a key of `account.json`. A value named `subject` is also given as `Subject`, for the start of a sentence. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  /** "2 September 2026". */
  readonly date: (date: CalendarDate) => string;
  /** The end of a span: without its year where the start has the same, "1 October". */
  readonly endDate: (date: CalendarDate, start: CalendarDate) => string;
  /** "2 September – 1 October 2026". */
  readonly dates: (from: CalendarDate, to: CalendarDate) => string;
  readonly number: (value: number) => string;
  /** "Karin, Ola and Eva". */
  readonly list: (items: readonly string[]) => string;
  /** "As of 3 May 2026, 14:05", from an ISO 8601 instant, on the clocks of an IANA time zone. */
  readonly asOf: (instant: string, timeZone: string) => string;
  /** Tells whether a text has one of the phrases listed under a key of `cues`. */
  readonly hasCue: (cue: string, text: string) => boolean;
  /** Tells whether a text is one of the phrases listed under a key of `cues`. */
  readonly isCue: (cue: string, text: string) => boolean;
  /** Tells whether a text ends with one of the phrases listed under a key of `cues`. */
  readonly endsWithCue: (cue: string, text: string) => boolean;
  /** The phrases listed under a key of `cues`, in lower case. */
  readonly phrases: (cue: string) => readonly string[];
  /** Names of the twelve months, in lower case. */
  readonly months: () => readonly string[];
}

/** Phrases that are looked for in texts, each between spaces. */
interface Phrases {
  readonly written: readonly string[];
  /** Those with marks, without them. */
  readonly plain: readonly string[];
  readonly trimmed: readonly string[];
}

const WORD = /[\p{L}\p{N}'/]+/gu;

// A calendar date is written as the UTC day of the same name, so that no time zone can move it.
const utc = (date: CalendarDate): Date => new Date(date);

/** Says things in the language of a turn. */
export function createWording({ t, locale }: Pick<AccountTurn, 't' | 'locale'>): Wording {
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { timeZone: 'UTC', ...options });
  const long = () => format({ day: 'numeric', month: 'long', year: 'numeric' });
  const dayAndMonth = () => format({ day: 'numeric', month: 'long' });
  const phrases = (cue: string) => phrasesIn(t(`account:cues.${cue}`));
  return {
    say(key, values = {}) {
      const { subject } = values;
      const Subject = typeof subject === 'string' ? { Subject: capitalize(subject, locale) } : {};
      return t(`account:${key}`, { ...values, ...Subject });
    },
    date: (date) => long().format(utc(date)),
    endDate: (date, start) =>
      (yearOf(date) === yearOf(start) ? dayAndMonth : long)().format(utc(date)),
    dates: (from, to) => long().formatRange(utc(from), utc(to)),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    list: (items) => new Intl.ListFormat(locale).format(items),
    asOf(instant, timeZone) {
      const date = format({ timeZone, dateStyle: 'long' }).format(new Date(instant));
      const time = format({ timeZone, timeStyle: 'short' }).format(new Date(instant));
      return t('account:asOf', { date, time });
    },
    hasCue: (cue, text) => matches(phrases(cue), text, (words, phrase) => words.includes(phrase)),
    isCue: (cue, text) => matches(phrases(cue), text, (words, phrase) => words === phrase),
    endsWithCue: (cue, text) =>
      matches(phrases(cue), text, (words, phrase) => words.endsWith(phrase)),
    phrases: (cue) => phrases(cue).trimmed,
    months: () =>
      Array.from({ length: 12 }, (_, index) =>
        format({ month: 'long' })
          .format(new Date(Date.UTC(2000, index)))
          .toLocaleLowerCase(locale),
      ),
  };
}

/** Whoever writes without any diacritics leaves them out of the phrase as well. */
function matches(
  { written, plain }: Phrases,
  text: string,
  test: (words: string, phrase: string) => boolean,
): boolean {
  const words = spaced(text);
  const finds = (phrase: string) => test(words, phrase);
  return written.some(finds) || (words === withoutMarks(words) && plain.some(finds));
}

function capitalize(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** The words of a text in lower case, each between spaces: a phrase is found whole or not at all. */
const spaced = remember((text) => {
  const words = text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  return ` ${words.join(' ')} `;
});

const phrasesIn = remember(
  (listed): Phrases => {
    const written = listed.split(',').map(spaced);
    return {
      written,
      plain: written.map(withoutMarks).filter((phrase, index) => phrase !== written[index]),
      trimmed: written.map((phrase) => phrase.trim()),
    };
  },
  { longest: 5000 },
);
