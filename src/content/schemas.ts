import { z } from 'zod';
import { ANSWER_PLACE } from '../core/answer-place';

const id = z.string().regex(/^[a-z-]+\.[a-z-]+$/, 'must be topic.entry');
const calendarDate = z.iso.date();
const sentence = z.string().trim().min(1, 'must not be empty');

/** `dialogs/<topic>/<entry>.json`. */
export const entryFile = z.strictObject({
  $schema: z.string().optional(),
  kind: z.enum(['faq', 'account', 'service']),
  links: z.array(z.string()).default([]),
  related: z.array(id).max(3).default([]),
  general: z.array(id).default([]),
  account: id.optional(),
  aspects: z
    .record(z.string(), z.string().regex(ANSWER_PLACE, 'must name a place in the answer'))
    .default({}),
  source: z.string().optional(),
  reviewed: calendarDate,
  reviewBy: calendarDate,
});

/** `dialogs/links.json`: `{locale}` in an address is filled per language. */
export const linksFile = z.record(
  z.string(),
  z.strictObject({ url: z.string().regex(/^https:\/\/\S+$/, 'must be an https address') }),
);

/** `dialogs/sources.json`. */
export const sourcesFile = z.record(z.string(), z.strictObject({ dated: calendarDate }));

/** `dialogs/topics.json`: the menu, in order. */
export const topicsFile = z.array(
  z.strictObject({ topic: z.string(), entries: z.array(id).min(1) }),
);

const titles = { question: sentence, short: sentence };

/** One entry of `locales/<language>/faq/<topic>.json`. */
export const faqText = z.strictObject({
  ...titles,
  verdict: sentence,
  paragraphs: z.array(sentence).default([]),
  steps: z.array(sentence).default([]),
  example: sentence.optional(),
  note: sentence.optional(),
});

/** Account and service entries have titles only: their answers are made in the conversation. */
export const titleText = z.strictObject(titles);

/** `locales/<language>/utterances/<topic>.json`. */
export const utterancesFile = z.record(z.string(), z.array(sentence));

/** What a language's `language.json` must say for content; understanding reads more of it. */
export const languageFile = z.looseObject({
  /** BCP 47 tag with region, for dates and numbers. */
  locale: z.string().regex(/^[a-z]{2,3}-[A-Z]{2}$/, 'must be a tag such as sv-SE'),
  /** How addresses of Microsoft's pages name the language. */
  linkLocale: z.string().regex(/^[a-z]{2,3}-[a-z]{2}$/, 'must be as in an address: sv-se'),
  /** The language's name in itself. */
  name: sentence,
});

/** `locales/<language>/*.json` that i18next serves: words by key. */
export const wordsFile: z.ZodType<Words> = z.lazy(() =>
  z.record(
    z.string(),
    z.union([sentence, z.array(sentence), z.array(z.array(sentence)), wordsFile]),
  ),
);
export interface Words {
  readonly [key: string]: string | readonly string[] | readonly (readonly string[])[] | Words;
}

export type FaqText = z.infer<typeof faqText>;
export type TitleText = z.infer<typeof titleText>;
