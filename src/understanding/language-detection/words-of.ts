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

/** The English "I", or the Swedish "i" at the beginning of a sentence. */
const CAPITAL_I = /(?<![\p{L}'’])I(?![\p{L}])/gu;
/** Stands for it among words in lower case: a letter that neither language has. */
const DOTLESS_I = 'ı';

/** Words by which languages are told apart: like {@link wordsOf}, but "I" is another word than "i", unless all is in capitals. */
export function spelledWordsOf(text: string): readonly string[] {
  return /\p{Ll}/u.test(text) ? wordsOf(text.replace(CAPITAL_I, DOTLESS_I)) : wordsOf(text);
}
