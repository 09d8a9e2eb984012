import type { Entity } from '../../core/recognition';
import { anyPhrase } from '../segmentation/phrase-pattern';
import { createPlaceFinder, createWordSearch, matchesAt } from '../segmentation/word-search';
import type { EntityWords } from './entity-words';
import { createNumberReader, DIGITS } from './read-number';
import { spanAgo, type Bound } from './span-ago';

/** Years and versions count nothing: "2021", "Office 2016". */
const YEAR = /^(?:199\d|20[0-3]\d)$/;

/** What a text tells in numbers. They overlap: days that lie back are made of days, and those of numbers. */
export interface FoundSpans {
  readonly dates: readonly Entity[];
  readonly days: readonly Entity[];
  readonly numbers: readonly Entity[];
}

/** From this unit on, none has a fixed number of days. */
const MONTH = 30;
const BOUNDS: readonly Bound[] = ['more', 'less', 'about'];
const NOTHING: FoundSpans = { dates: [], days: [], numbers: [] };

/** Makes the finder of spans ("40 days", "sex veckor"), days that lie back ("45 days ago") and numbers. */
export function createSpanFinder(words: EntityWords): (text: string, today: string) => FoundSpans {
  const readNumber = createNumberReader(words.numbers);
  const number = numberPattern(words);
  const span = spanPattern(words, number);
  const { more, less, about, few } = words.spans;
  const beginnings = ['0', ...Object.keys(words.numbers), ...more, ...less, ...about, ...few];
  const findPlaces = createPlaceFinder(beginnings);
  const numbers = new RegExp(bounded(String.raw`(?<count>${number})`), 'iuy');
  const spans = new RegExp(bounded(span), 'iuy');
  const findBack = words.ago.map((way) =>
    createWordSearch(
      bounded(way.replace('{span}', span).replaceAll(' ', String.raw`\s+`)),
      way.startsWith('{span}') ? beginnings : [way],
    ),
  );
  const unitOf = (name = '') => words.units[name.toLowerCase()];
  const boundOf = (said = ''): Bound | undefined =>
    BOUNDS.find((bound) => words.spans[bound].includes(said.toLowerCase()));
  /** "Three weeks and two days" are counted in days. */
  const read = (groups: Groups) => {
    const [count, unit] = [readNumber(groups['count'] ?? ''), unitOf(groups['unit'])];
    const [first, firstUnit] = [readNumber(groups['first'] ?? ''), unitOf(groups['firstUnit'])];
    if (unit === undefined) return undefined;
    const bound = boundOf(groups['bound']);
    if (first === undefined || firstUnit === undefined || count === undefined)
      return { count, unit, bound, isFew: groups['few'] !== undefined };
    return { count: first * firstUnit + count * unit, unit: 1, bound, isFew: false };
  };

  return (text, today) => {
    const places = findPlaces(text);
    const numberMatches = matchesAt(text, numbers, places);
    const spanMatches = matchesAt(text, spans, places);
    if (numberMatches.length === 0 && spanMatches.length === 0) return NOTHING;
    // What lies back so many days holds a span.
    const backMatches = spanMatches.length === 0 ? [] : findBack.flatMap((find) => find(text));
    const dates = entitiesOf(backMatches, (groups) => {
      const told = read(groups);
      if (told === undefined || (told.count === undefined && !told.isFew)) return undefined;
      return spanAgo(told, today);
    });
    const days = entitiesOf(spanMatches, (groups) => {
      const { count, unit = 1, bound } = read(groups) ?? {};
      if (count === undefined) return undefined;
      const told = bound ?? (unit >= MONTH ? 'about' : undefined);
      return { type: 'days', value: Math.round(count * unit), ...(told && { bound: told }) };
    });
    const counts = entitiesOf(numberMatches, (groups) => {
      const value = readNumber(groups['count'] ?? '');
      // "one", "en", "ett" are rather pronouns and articles.
      const isArticle = value === 1 && !/\d/.test(groups['count'] ?? '');
      if (value === undefined || isArticle || !Number.isInteger(value)) return undefined;
      return YEAR.test(groups['count'] ?? '') ? undefined : { type: 'number', value };
    });
    return { dates, days, numbers: counts };
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

type Make = (
  groups: Groups,
) =>
  | ReturnType<typeof spanAgo>
  | { readonly type: 'days'; readonly value: number; readonly bound?: Bound }
  | { readonly type: 'number'; readonly value: number }
  | undefined;

function entitiesOf(matches: readonly RegExpExecArray[], make: Make): readonly Entity[] {
  return matches.flatMap((match) => {
    const found = make(match.groups ?? {});
    if (found === undefined) return [];
    const { index: start, 0: text } = match;
    return [{ text, start, end: start + text.length, ...found }];
  });
}

/** "More than 40 days", "a few weeks", "three weeks and two days". */
function spanPattern({ units, spans }: EntityWords, number: string): string {
  const { more, less, about, few, and } = spans;
  const unit = anyPhrase(Object.keys(units));
  return [
    String.raw`(?:(?<bound>${anyPhrase([...more, ...less, ...about])})\s+)?`,
    String.raw`(?:(?<first>${number})[\s-]*(?<firstUnit>${unit}),?\s+${anyPhrase(and)}\s+)?`,
    String.raw`(?:(?<few>${anyPhrase(few)})|(?<count>${number}))[\s-]*(?<unit>${unit})`,
  ].join('');
}

function numberPattern({ numbers }: EntityWords): string {
  const word = anyPhrase(Object.keys(numbers));
  return String.raw`${DIGITS}|${word}(?:[\s-]?${word}){0,2}`;
}

function bounded(pattern: string): string {
  return String.raw`(?<![\p{L}\p{N}.,:/-])${pattern}(?![\p{L}\p{N}]|[.,:/]\d)`;
}
