import { z } from 'zod';

/** `locales/<language>/lexicon.json`: the domain's words, told to the classifier in base forms. */
export const lexiconSchema = z.strictObject({
  /** What a word or phrase is about; the same concepts in every language. Single words match in all their forms. */
  concepts: z.record(z.string().regex(/^[a-z-]+$/), z.array(z.string().min(1)).min(1)),
  /** Spellings and abbreviations and the words that they stand for. */
  spellings: z.record(z.string().min(1), z.string().min(1)),
  /** Words that compounds are built of. */
  compoundParts: z.array(z.string().min(2)),
});

export type Lexicon = z.infer<typeof lexiconSchema>;

export const EMPTY_LEXICON: Lexicon = { concepts: {}, spellings: {}, compoundParts: [] };
