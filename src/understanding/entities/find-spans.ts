import { addDays } from '../../core/calendar-date';
import type { Entity } from '../../core/recognition';
import { anyPhrase } from '../segmentation/phrase-pattern';
import { createWordSearch } from '../segmentation/word-search';
import type { EntityWords } from './entity-words';
import { createNumberReader, DIGITS } from './read-number';

/** Years and versions count nothing: "2021", "Office 2016". */
const YEAR = /^(?:199\d|20[0-3]\d)$/;

/** What a text tells in numbers. They overlap: days that lie back are made of days, and those of numbers. */
export interface FoundSpans {
  readonly dates: readonly Entity[];
  readonly days: readonly Entity[];
  readonly numbers: readonly Entity[];
}

const NOTHING: FoundSpans = { dates: [], days: [], numbers: [] };

/** Makes the finder of spans ("40 days", "sex veckor"), days that lie back ("45 days ago") and numbers. */
export function createSpanFinder(words: EntityWords): (text: string, today: string) => FoundSpans {
  const readNumber = createNumberReader(words.numbers);
  const number = numberPattern(words);
  const span = String.raw`(?<count>${number})[\s-]*(?<unit>${anyPhrase(Object.keys(words.units))})`;
  const beginnings = ['0', ...Object.keys(words.numbers)];
  const findNumbers = createWordSearch(bounded(String.raw`(?<count>${number})`), beginnings);
  const findSpans = createWordSearch(bounded(span), beginnings);
  const findBack = words.ago.map((way) =>
    createWordSearch(
      bounded(way.replace('{span}', span).replaceAll(' ', String.raw`\s+`)),
      way.startsWith('{span}') ? beginnings : [way],
    ),
  );
  const daysIn = (groups: Record<string, string> | undefined): number | undefined => {
    const count = readNumber(groups?.['count'] ?? '');
    const unit = words.units[groups?.['unit']?.toLowerCase() ?? ''];
    return count === undefined || unit === undefined ? undefined : Math.round(count * unit);
  };

  return (text, today) => {
    const numberMatches = findNumbers(text);
    if (numberMatches.length === 0) return NOTHING;
    const spanMatches = findSpans(text);
    // What lies back so many days holds a span.
    const backMatches = spanMatches.length === 0 ? [] : findBack.flatMap((find) => find(text));
    const dates = entitiesOf(backMatches, (groups) => {
      const back = daysIn(groups);
      return back === undefined ? undefined : { type: 'date', value: addDays(today, -back) };
    });
    const days = entitiesOf(spanMatches, (groups) => {
      const value = daysIn(groups);
      return value === undefined ? undefined : { type: 'days', value };
    });
    const numbers = entitiesOf(numberMatches, (groups) => {
      const value = readNumber(groups?.['count'] ?? '');
      // "one", "en", "ett" are rather pronouns and articles.
      const isArticle = value === 1 && !/\d/.test(groups?.['count'] ?? '');
      if (value === undefined || isArticle || !Number.isInteger(value)) return undefined;
      return YEAR.test(groups?.['count'] ?? '') ? undefined : { type: 'number', value };
    });
    return { dates, days, numbers };
  };
}

type Make = (
  groups: Record<string, string> | undefined,
) => { type: 'date'; value: string } | { type: 'days' | 'number'; value: number } | undefined;

function entitiesOf(matches: readonly RegExpExecArray[], make: Make): readonly Entity[] {
  return matches.flatMap((match) => {
    const found = make(match.groups);
    if (found === undefined) return [];
    const { index: start, 0: text } = match;
    return [{ text, start, end: start + text.length, ...found }];
  });
}

function numberPattern({ numbers }: EntityWords): string {
  const word = anyPhrase(Object.keys(numbers));
  return String.raw`${DIGITS}|${word}(?:[\s-]?${word}){0,2}`;
}

function bounded(pattern: string): string {
  return String.raw`(?<![\p{L}\p{N}.,:/-])${pattern}(?![\p{L}\p{N}]|[.,:/]\d)`;
}
