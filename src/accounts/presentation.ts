import type { AccountFacts } from '../core/answer';
import type { CalendarDate } from '../core/calendar-date';
import type { Interval } from '../core/period';
import type { Entity } from '../core/recognition';
import type { Translate } from '../core/translate';

/** One of several things that a person may mean: an item of the account, or a reading of a date. */
export interface Choice {
  /** Item id, to be given back as `chosen`; of a date or a period, itself. */
  readonly id: string;
  readonly title: string;
}

/** What a turn brings to the account side, besides the account. */
export interface AccountTurn {
  /** The person's words: only looked at for "the other one", months and names of items. */
  readonly utterance: string;
  readonly entities: readonly Entity[];
  /** Today where the person is; of an account, in its own time zone. */
  readonly today: CalendarDate;
  /** The turn's language with its region, BCP 47, for dates and numbers. */
  readonly locale: string;
  /** Words of that language; keys stand in `locales/<language>/account.json`. */
  readonly t: Translate;
}

/** What can be said about the company's own account. */
export type AccountPresentation =
  | {
      readonly kind: 'facts';
      readonly facts: AccountFacts;
      /** The items that the facts are about, in the order shown. A single one is worth remembering as `chosen`. */
      readonly items: readonly Choice[];
    }
  /** Ask which one is meant. */
  | { readonly kind: 'which'; readonly question: string; readonly choices: readonly Choice[] }
  /** The message names something that the account doesn't hold; a line that says so. */
  | { readonly kind: 'unmatched'; readonly line: string }
  /** The person may not see this part; a line that says so. */
  | { readonly kind: 'denied'; readonly line: string };

/** What a person has told about one rule, kept in the conversation for its follow-ups. Plain JSON. */
export interface StatedBasis {
  readonly rule: 'renewal' | 'token' | 'covid' | 'keys';
  /** Days of purchase or of activation, or the anniversary; of two purchases, both. */
  readonly dates?: readonly CalendarDate[] | undefined;
  /** Set when the date was told without its year. */
  readonly isYearless?: boolean | undefined;
  /** When no day was told: the time in which it was. */
  readonly period?: Interval | undefined;
  /** Set when the date is an anniversary; then `dates` and `period` are a year earlier. */
  readonly isAnniversary?: boolean | undefined;
  /** Days since activation, when they were told instead of a date. */
  readonly elapsedDays?: number | undefined;
  /** The day that the person calls today, when it isn't. */
  readonly today?: CalendarDate | undefined;
  /** The year asked about. */
  readonly year?: number | undefined;
  /** Whether the competency is the one that the COVID-19 extension excepts. */
  readonly isExcepted?: boolean | undefined;
  /** Activations told: "45 of 50 are used". */
  readonly activations?: { readonly used: number; readonly allowed: number } | undefined;
}

/** What follows from a general rule and what a person has told. */
export interface WorkedFacts {
  readonly kind: 'facts';
  readonly lines: readonly string[];
  readonly basis: StatedBasis;
  /** What is missing: the day, which the lines ask for, or the year of a date. */
  readonly lacks?: 'day' | 'year' | undefined;
}

/** A general rule, worked out with what a person has told. */
export type StatedFacts =
  | WorkedFacts
  /** A date or period can be read in several ways: ask which, and give it back as an entity. */
  | { readonly kind: 'which'; readonly question: string; readonly choices: readonly Choice[] };
