import { z } from 'zod';

const names = z.record(z.string(), z.array(z.string().min(1)).readonly());
const values = z.record(z.string(), z.number());
const phrases = z.array(z.string().min(1)).readonly();
const lists = z.record(z.string(), phrases);

/** Words of times that are more than a day, by the keys of `periods` in `dialogs/entities.json`. */
const periodWords = z.strictObject({
  /** What they are called, besides the months. */
  names: lists,
  /** What means the latest one by itself: "i våras". */
  alone: lists,
  /** What stands before them, so that they are no other words: "in the". */
  leads: phrases,
  /** "Last", which may be this year's or that of the year before; and "this". */
  previous: phrases,
  latest: phrases,
  /** Thirds: "early", "mid", "the end of". */
  parts: z.strictObject({ early: phrases, middle: phrases, late: phrases }),
  /** What may stand between a name and its year. */
  ofYear: phrases,
  /** Times seen from today: `year`, `month`, `week` and, with `-before`, the last ones. */
  relative: lists,
  /** What a time ends in that something belongs to: "last month's". */
  genitives: phrases,
});

/** Shape of `dialogs/entities.json`: what exists to be named, and its names in every language. */
export const entityCatalogueSchema = z.strictObject({
  products: z.array(z.string()).readonly(),
  memberships: z.array(z.string()).readonly(),
  /** Other things that questions are about; they steer follow-ups and are no entities of their own. */
  subjects: z.array(z.string()).readonly(),
  /** Names by id; `*` at an end stands for any ending or beginning of the word. */
  names,
  /** Times of every year, from one day, `MM-DD`, to another, both included. */
  periods: z.record(z.string(), z.strictObject({ from: z.string(), to: z.string() })),
  /** Words that belong to no language, for telling languages apart. */
  borrowedWords: z.array(z.string()).readonly(),
});

/** Shape of `locales/<language>/understanding/entities.json`: names, numbers, spans and dates in words. */
export const entityWordsSchema = z.strictObject({
  names,
  numbers: values,
  /** Days in a unit of time. */
  units: values,
  /** Ways to say that a span, `{span}`, lies back; it stands apart from the words around it. */
  ago: z.array(z.string().regex(/(?:^|\s)\{span\}(?:$|\s)/)).readonly(),
  /** What stands before a span that is longer, shorter, or only about so long, in place of its number, and between two. */
  spans: z.strictObject({
    more: phrases,
    less: phrases,
    about: phrases,
    few: phrases,
    and: phrases,
  }),
  /** What stands before a date that is said to be today's. */
  today: z.array(z.string()).readonly(),
  /** What makes a weekday or date one that is still to come: "next", "nästa". */
  ahead: z.array(z.string()).readonly(),
  /** What does so only in front of it: "på" in "på måndag". */
  aheadBefore: z.array(z.string()).readonly(),
  periods: periodWords,
  /** What stands before the number of a day: "the", "den". */
  beforeDays: z.array(z.string()).readonly(),
  /** Beginnings of words that make a date without any digits. */
  dateWords: z.array(z.string().min(1)).readonly(),
  /** Whether 3/5 is rather the third of May. */
  dayFirst: z.boolean(),
  /** Words of dates that the date parser doesn't know, and shorter ones that it does: "tredje", "3"; none for what it takes for a date. */
  respellings: z.record(z.string(), z.string()),
  /** What the name of a weekday may end in: "fredagens"; it is no habit, as "Fridays" is. */
  weekdayEndings: phrases,
  /** The first to the thirty-first, what stands between day and month where both are told so, and before the years of a century. */
  dictated: z.strictObject({ ordinals: phrases, between: phrases, centuries: phrases }),
  /** What a numeral of a day may end in: "3rd", "3:e". */
  ordinalEndings: z.array(z.string()).readonly(),
});

export type EntityCatalogue = z.infer<typeof entityCatalogueSchema>;
export type EntityWords = z.infer<typeof entityWordsSchema>;
