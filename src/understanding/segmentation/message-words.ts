import { z } from 'zod';

const phrases = z.array(z.string().min(1)).readonly();
const patterns = z.array(z.array(phrases).readonly()).readonly();

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
  /** How people ask what the bot can do: "what can you". */
  abilityQuestions: phrases,
  /** Beginnings of a clause that a question may follow: "if". */
  conditions: phrases,
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
   * Attempts to steer or abuse the bot: each a list of groups of words, of which one word each must follow
   * the other closely: black … market. `*key` stands for any word that ends so.
   */
  injections: patterns,
  /** Likewise, but honest when people speak of themselves: ignore … rules, and "can we ignore the rules?" */
  overrides: patterns,
  /** Words for oneself before what one does: "we". */
  ownSubjects: phrases,
  /** What the bot must not be told to do. */
  orders: z.strictObject({
    /** Words that may stand before an order: "can", "please". */
    leadIns: phrases,
    /** Words for the bot: "you". */
    addressees: phrases,
    /** Likewise groups of words: generate … key. */
    forbidden: patterns,
    /** Words that make something else of it: "a ticket about a key", "another key". */
    breakers: phrases,
  }),
});

export type MessageWords = z.infer<typeof messageWordsSchema>;
