import type { Content } from '../content';
import type { Fault } from '../fault';
import type { Spelling } from './spelling';
import { textsOf, type PlacedText } from './texts-of';

const PLACEHOLDER = /(?<!\{)\{\{[^}]*\}\}/g;
/** Letters, with an apostrophe inside; what hyphens join is spelt part by part. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu;

/** Words that neither the dictionary nor the project's own list knows. */
export function checkSpelling(
  content: Content,
  spellingOf: (language: string) => Spelling | undefined,
): readonly Fault[] {
  return content.languages.flatMap((language): Fault[] => {
    const list = `locales/${language}/spelling.txt`;
    const spelling = spellingOf(language);
    if (spelling === undefined)
      return [{ file: list, reason: 'names no installed dictionary', severity: 'warning' }];
    const places = new Map<string, PlacedText[]>();
    for (const place of textsOf(content, language))
      for (const word of wordsOf(place.text))
        if (!spelling.isKnown(word)) places.set(word, [...(places.get(word) ?? []), place]);
    return [...places].flatMap(([word, [first, ...others]]) => {
      if (first === undefined) return [];
      const more = others.length > 0 ? ` (and in ${others.length} more places)` : '';
      const reason = `"${word}" is not a word${more}; if it is, add it to ${list}`;
      return [{ file: first.file, path: first.path, reason }];
    });
  });
}

function wordsOf(text: string): readonly string[] {
  const words = text.replace(PLACEHOLDER, ' ').match(WORD) ?? [];
  return [...new Set(words.map((word) => word.replaceAll('’', "'")))];
}
