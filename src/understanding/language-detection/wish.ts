import type { Language } from '../../core/language';
import type { LanguageWords } from './language-words';
import { wordsOf } from './words-of';

/** Words between a verb such as "switch" and the language's name: "switch back over to English". */
const REACH = 4;

/**
 * Makes the reader of wishes for a language in so many words: "can we do this in Swedish?",
 * "byt till engelska", "English please". Undefined when the text wishes for none, mentions a
 * language in passing ("the Swedish price list") or refuses one ("I don't speak Swedish").
 */
export function createWishReader(
  languages: ReadonlyMap<Language, LanguageWords>,
): (text: string) => Language | undefined {
  const all = [...languages.values()];
  const names = new Map(
    [...languages].flatMap(([language, { calledBy }]) =>
      calledBy.map((name) => [name, language] as const),
    ),
  );
  const verbs = new Set(all.flatMap(({ wishVerbs }) => wishVerbs));
  const fillers = new Set(all.flatMap(({ wishWords }) => wishWords));
  const awayWords = new Set(all.flatMap((words) => words.awayWords));
  const negations = new Set(all.flatMap((words) => words.negations));

  const wishOfClause = (words: readonly string[]): Language | undefined => {
    const at = words.findLastIndex(
      (word, index) => names.has(word) && !awayWords.has(words[index - 1] ?? ''),
    );
    if (at === -1 || words.some((word) => negations.has(word))) return undefined;
    const isVerbNear = words.slice(Math.max(0, at - REACH), at).some((word) => verbs.has(word));
    const isAllWish = words.every((word) => names.has(word) || fillers.has(word));
    return isVerbNear || isAllWish ? names.get(words[at] ?? '') : undefined;
  };

  const anyName = new RegExp([...names.keys()].join('|'), 'iu');
  return (text) => {
    // Hardly any message names a language.
    if (!anyName.test(text)) return undefined;
    return text
      .split(/[.,;:!?\n]+|\s[-–—]\s/u)
      .map((clause) => wishOfClause(wordsOf(clause)))
      .findLast((language) => language !== undefined);
  };
}
