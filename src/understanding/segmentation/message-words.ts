import { z } from 'zod';

const phrases = z.array(z.string().min(1)).readonly();

/** Shape of `locales/<language>/understanding/message.json`: what surrounds, joins and steers questions. */
export const messageWordsSchema = z.strictObject({
  /** Openings of a letter or chat: "hello", "god morgon". */
  greetings: phrases,
  /** What stands above a name at the end: "kind regards", "mvh". */
  closings: phrases,
  /** Names of mail headers that say nothing about the question. */
  mailHeaders: phrases,
  /** Headers and prefixes whose rest may say what it is about: "subject", "vb". */
  subjectHeaders: phrases,
  /** What a mail program puts above quoted text: "wrote", "ursprungligt meddelande". */
  quoteIntroductions: phrases,
  /** What may join one question to the next: "and", "dessutom". */
  joiners: phrases,
  /** Joiners that are other words as well ("next", "även"): they join only between sentences or before a question. */
  adverbs: phrases,
  /** Words that a question begins with. */
  questionStarts: phrases,
  /** Phrases that make a statement a request: "tell me", "undrar". */
  requests: phrases,
  /** How an elliptic follow-up begins: "what about", "och om". */
  followUpOpeners: phrases,
  /** How one ends: "in that case", "då". */
  followUpClosers: phrases,
  /** What asks how far an answer reaches: "does it apply to", "gäller det". */
  scopes: phrases,
  /** Words that point back at what was said before: "it", "den". */
  pointers: phrases,
  /** "I meant": what follows or precedes replaces part of the question before. */
  corrections: phrases,
  /** How a correction begins: "no", "förlåt". */
  correctionOpeners: phrases,
  /** Ways not to do what was spoken of: "if we don't", "glömmer". */
  omissions: phrases,
  /** Companies whose accounts aren't the person's own: "our customer". */
  otherParties: phrases,
  /** Words by which their things are spoken of: "they", "deras". */
  theirs: phrases,
  /**
   * Attempts to steer the bot: each a list of groups of words, of which one word each must follow
   * the other closely: ignore … instructions.
   */
  injections: z.array(z.array(phrases).readonly()).readonly(),
});

export type MessageWords = z.infer<typeof messageWordsSchema>;
