import { remember } from '../../core/remember';

/** Longest word that is looked at: longer runs of letters are no words of any language. */
const MAX_LENGTH = 40;

/** Letters, with apostrophes between them. */
const WORD = /[\p{L}\p{M}]+(?:'+[\p{L}\p{M}]+)*/gu;

/** Texts whose words are remembered: a message and its parts are read several times. */
const REMEMBERED = { limit: 50, longest: 1000 };

/** The words of a text in lower case, hyphenated ones in their parts, apostrophes made plain. */
export const wordsOf = remember<readonly string[]>((text) => {
  const words = text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  return words.filter((word) => word.length <= MAX_LENGTH);
}, REMEMBERED);
