import { z } from 'zod';

const words = z.array(z.string().min(1)).readonly();

/** Shape of `locales/<language>/language.json`: how the language is called, wished for and recognized. */
export const languageWordsSchema = z.looseObject({
  /** The language's own name for itself, as a menu shows it. */
  name: z.string().min(1),
  /** BCP 47 tag with region. */
  locale: z.string().min(1),
  /** What people call it, in whichever language they write: "svenska", "swedish". */
  calledBy: words,
  /** Verbs that make a language's name a wish when they stand close before it: "svara på svenska". */
  wishVerbs: words,
  /** All that a wish for a language may consist of besides the name: "can we do this in … please". */
  wishWords: words,
  /** Words that turn a wish into its opposite: "I don't speak …". */
  negations: words,
  /** What stands right before the name of a language that is left: "from …", "instead of …". */
  awayWords: words,
  /** Closed-class words, which make the frame of a sentence. */
  functionWords: words,
  /** What people say in one to three words. */
  everydayWords: words,
  /** Words of closely related languages that are answered in this one. */
  neighbourWords: words.default([]),
  /** Those languages' BCP 47 tags. */
  neighbours: words.default([]),
});

export type LanguageWords = z.infer<typeof languageWordsSchema>;
