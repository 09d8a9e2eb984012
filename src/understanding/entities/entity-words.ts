import { z } from 'zod';

const names = z.record(z.string(), z.array(z.string().min(1)).readonly());
const values = z.record(z.string(), z.number());

/** Shape of `dialogs/entities.json`: what exists to be named, and its names in every language. */
export const entityCatalogueSchema = z.strictObject({
  products: z.array(z.string()).readonly(),
  memberships: z.array(z.string()).readonly(),
  /** Other things that questions are about; they steer follow-ups and are no entities of their own. */
  subjects: z.array(z.string()).readonly(),
  /** Names by id; `*` at an end stands for any ending or beginning of the word. */
  names,
  /** Words that belong to no language, for telling languages apart. */
  borrowedWords: z.array(z.string()).readonly(),
});

/** Shape of `locales/<language>/understanding/entities.json`: names, numbers, spans and dates in words. */
export const entityWordsSchema = z.strictObject({
  names,
  numbers: values,
  /** Days in a unit of time. */
  units: values,
  /** Ways to say that a span, `{span}`, lies back. */
  ago: z.array(z.string().includes('{span}')).readonly(),
  /** What stands before a date that is said to be today's. */
  today: z.array(z.string()).readonly(),
  /** What makes a weekday or date one that is still to come: "next", "nästa". */
  ahead: z.array(z.string()).readonly(),
  /** What does so only in front of it: "på" in "på måndag". */
  aheadBefore: z.array(z.string()).readonly(),
  /** Beginnings of words that make a date without any digits. */
  dateWords: z.array(z.string().min(1)).readonly(),
  /** Whether 3/5 is rather the third of May. */
  dayFirst: z.boolean(),
  /** Words of dates that the date parser doesn't know, and shorter ones that it does: "tredje", "3"; none for what it takes for a date. */
  respellings: z.record(z.string(), z.string()),
  /** What a numeral of a day may end in: "3rd", "3:e". */
  ordinalEndings: z.array(z.string()).readonly(),
});

export type EntityCatalogue = z.infer<typeof entityCatalogueSchema>;
export type EntityWords = z.infer<typeof entityWordsSchema>;
