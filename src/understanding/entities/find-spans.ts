import type { Entity } from '../../core/recognition';
import { anyPhrase } from '../segmentation/phrase-pattern';
import { shiftDate } from './calendar';
import type { EntityWords } from './entity-words';
import { createNumberReader, DIGITS } from './read-number';

/** Years and versions count nothing: "2021", "Office 2016". */
const YEAR = /^(?:199\d|20[0-3]\d)$/;

type SpanEntity = Extract<Entity, { type: 'date' | 'days' | 'number' }>;

/** Makes the finder of spans ("40 days", "sex veckor"), days that lie back ("45 days ago") and numbers. */
export function createSpanFinder(
  words: EntityWords,
): (text: string, today: string) => readonly SpanEntity[] {
  const readNumber = createNumberReader(words.numbers);
  const number = numberPattern(words);
  const span = String.raw`(?<count>${number})[\s-]*(?<unit>${anyPhrase(Object.keys(words.units))})`;
  const back = words.ago.map((way) => way.replace('{span}', span).replaceAll(' ', String.raw`\s+`));
  const patterns = {
    back: back.map((way) => bounded(way)),
    days: bounded(span),
    number: bounded(String.raw`(?<count>${number})`),
  };
  const daysIn = (groups: Record<string, string> | undefined): number | undefined => {
    const count = readNumber(groups?.['count'] ?? '');
    const unit = words.units[groups?.['unit']?.toLowerCase() ?? ''];
    return count === undefined || unit === undefined ? undefined : Math.round(count * unit);
  };
  const find = (text: string, pattern: RegExp, make: Make): SpanEntity[] =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const place = { text: match[0], start: match.index, end: match.index + match[0].length };
      const found = make(match.groups);
      return found === undefined ? [] : [{ ...place, ...found }];
    });

  return (text, today) => {
    if (text.search(patterns.number) === -1) return [];
    const dates = patterns.back.flatMap((pattern) =>
      find(text, pattern, (groups) => {
        const days = daysIn(groups);
        return days === undefined ? undefined : { type: 'date', value: shiftDate(today, -days) };
      }),
    );
    const spans = find(text, patterns.days, (groups) => {
      const value = daysIn(groups);
      return value === undefined ? undefined : { type: 'days', value };
    });
    const numbers = find(text, patterns.number, (groups) => {
      const value = readNumber(groups?.['count'] ?? '');
      // "one", "en", "ett" are rather pronouns and articles.
      const isArticle = value === 1 && !/\d/.test(groups?.['count'] ?? '');
      if (value === undefined || isArticle || !Number.isInteger(value)) return undefined;
      return YEAR.test(groups?.['count'] ?? '') ? undefined : { type: 'number', value };
    });
    return [...dates, ...spans, ...numbers];
  };
}

type Make = (
  groups: Record<string, string> | undefined,
) => { type: 'date'; value: string } | { type: 'days' | 'number'; value: number } | undefined;

function numberPattern({ numbers }: EntityWords): string {
  const word = anyPhrase(Object.keys(numbers));
  return String.raw`${DIGITS}|${word}(?:[\s-]?${word}){0,2}`;
}

function bounded(pattern: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}.,:/-])${pattern}(?![\p{L}\p{N}]|[.,:/]\d)`, 'giu');
}
