import { z } from 'zod';
import type { Language } from '../../core/language';
import { foldDiacritics } from '../languages/fold-diacritics';
import { wordsOf } from './words-of';

/** Shape of `dialogs/foreign-words.json`: what words of languages that aren't ours mean in one that is. */
export const foreignWordsSchema = z.strictObject({
  language: z.string().min(1),
  /** By the words that they mean: foreign words, whatever their language; `renouvel*` stands for all that begin so. */
  words: z.record(z.string().min(1), z.array(z.string().min(1)).readonly()),
});

export type ForeignWords = z.infer<typeof foreignWordsSchema>;

/** What a foreign text is about, word by word. */
export interface Gloss {
  /** Language of the glosses. */
  readonly language: Language;
  /** The words that are known, in their order, and names as they are; all else is left out. */
  readonly of: (text: string) => string;
}

const SHORTEST_BEGINNING = 3;
/** "l'abonnement", "d'une": the word is what follows. */
const ELISION = /^.*'/;

/** Makes the gloss; `names` are words that are the same in every language. */
export function createGloss({ language, words }: ForeignWords, names: ReadonlySet<string>): Gloss {
  const whole = new Map<string, string>();
  const beginnings = new Map<string, string>();
  for (const [meaning, forms] of Object.entries(words))
    for (const form of forms.map(foldDiacritics))
      if (form.endsWith('*')) beginnings.set(form.slice(0, -1), meaning);
      else whole.set(form, meaning);

  const meaningOf = (word: string): string | undefined => {
    if (names.has(word)) return word;
    const form = foldDiacritics(word.replace(ELISION, ''));
    const known = whole.get(form);
    if (known !== undefined) return known;
    for (let end = form.length; end >= SHORTEST_BEGINNING; end--) {
      const meaning = beginnings.get(form.slice(0, end));
      if (meaning !== undefined) return meaning;
    }
    return undefined;
  };
  return {
    language,
    of: (text) =>
      wordsOf(text)
        .flatMap((word) => meaningOf(word) ?? [])
        .join(' '),
  };
}
