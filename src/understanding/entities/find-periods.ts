import type { Language } from '../../core/language';
import { toInterval, type Period } from '../../core/period';
import type { Entity } from '../../core/recognition';
import { withoutMarks } from '../../core/without-marks';
import { allMatches } from '../segmentation/all-matches';
import { anyPhrase } from '../segmentation/phrase-pattern';
import { createRunReader } from '../segmentation/run-reader';
import type { EntityCatalogue, EntityWords } from './entity-words';
import { monthNames } from './month-names';
import {
  latestPeriods,
  monthDays,
  periodsOfYear,
  relativePeriod,
  thirdOf,
  type Third,
} from './periods';

type PeriodEntity = Extract<Entity, { type: 'period' }>;
type Groups = Readonly<Record<string, string | undefined>>;

const readPeriodWords = createRunReader(/[\p{L}']/u);
const THIRDS: readonly Third[] = ['early', 'middle', 'late'];

/**
 * Makes the finder of times that are no single day: "last spring", "i julas", "mid-May", "mars 2025". They have begun
 * by today; one that may mean two has both readings, the likelier first.
 */
export function createPeriodFinder(
  language: Language,
  words: EntityWords,
  { periods }: EntityCatalogue,
): (text: string, today: string) => readonly PeriodEntity[] {
  const told = withPlain(words.periods);
  const { names, alone, relative, parts, previous } = told;
  const months = new Map(
    (['short', 'long'] as const).flatMap((length) =>
      monthNames(language, length).map((name, index) => [name, monthDays(index + 1)] as const),
    ),
  );
  const daysCalled = (name: string) => months.get(name) ?? periods[keyOf(name, names) ?? ''];
  const pattern = periodPattern(told, words.ahead, [...months.keys()]);

  const readings = (groups: Groups, today: string): readonly Period[] => {
    const { name, which = '', around, year = around } = groups;
    if (groups['alone'] !== undefined) {
      const days = periods[keyOf(groups['alone'], alone) ?? ''];
      return days === undefined ? [] : latestPeriods(days, { today, isPrevious: false });
    }
    const outer = relativePeriod(keyOf(groups['span'] ?? year ?? '', relative) ?? '', today);
    if (name === undefined) return outer === undefined ? [] : [outer];
    const days = daysCalled(name);
    if (days === undefined) return [];
    if (year !== undefined) return periodsOfYear(days, Number((outer?.from ?? year).slice(0, 4)));
    return latestPeriods(days, { today, isPrevious: previous.includes(which) });
  };

  const last = lastWords([...months.keys(), ...[names, alone, relative].flatMap(phrasesIn)]);

  return (text, today) => {
    // Most messages hold none: looking at their words takes a tenth of looking for the pattern.
    if (!readPeriodWords(text).some(({ word }) => last.has(word))) return [];
    return allMatches(text, pattern).flatMap((match) => {
      const groups = lowered(match.groups ?? {});
      if (!isTime(groups)) return [];
      const third = THIRDS.find((part) => parts[part].includes(groups['part'] ?? ''));
      const found = readings(groups, today)
        .map((period) => thirdOf(period, third))
        .filter(({ from }) => from <= today)
        .map(({ from, to }) => toInterval({ from, to: to < today ? to : today }));
      const [value, ...others] = found;
      const place = { text: match[0], start: match.index, end: match.index + match[0].length };
      if (value === undefined) return [];
      return [{ type: 'period', value, ...place, ...(others.length > 0 && { readings: found }) }];
    });
  };
}

type PeriodWords = EntityWords['periods'];

/** People leave marks out: "i varas". */
function withPlain(words: PeriodWords): PeriodWords {
  const both = (list: readonly string[]) => [...new Set([...list, ...list.map(withoutMarks)])];
  const each = (lists: Lists) =>
    Object.fromEntries(Object.entries(lists).map(([key, list]) => [key, both(list)]));
  const { early, middle, late } = words.parts;
  return {
    ...{ names: each(words.names), alone: each(words.alone), relative: each(words.relative) },
    parts: { early: both(early), middle: both(middle), late: both(late) },
    ...{ leads: both(words.leads), ofYear: both(words.ofYear) },
    ...{ previous: both(words.previous), latest: both(words.latest) },
  };
}

type Lists = Readonly<Record<string, readonly string[]>>;

function phrasesIn(lists: Lists): readonly string[] {
  return Object.values(lists).flat();
}

function lastWords(phrases: readonly string[]): ReadonlySet<string | undefined> {
  return new Set(phrases.map((phrase) => readPeriodWords(phrase).at(-1)?.word));
}

/** "March", "spring" and "fall" are other words as well: beside them must stand what makes them a time. */
function isTime({ name, lead, part, which, year, around }: Groups): boolean {
  return name === undefined || [lead, part, which, year, around].some((word) => word !== undefined);
}

function periodPattern(
  words: PeriodWords,
  ahead: readonly string[],
  months: readonly string[],
): RegExp {
  const all = (lists: Lists) => anyPhrase(phrasesIn(lists));
  const relative = all(words.relative);
  const name = [
    String.raw`(?:(?<around>${relative})\s+)?`,
    String.raw`(?:(?<lead>${anyPhrase(words.leads)})\s+)?`,
    String.raw`(?:(?<part>${all(words.parts)})(?:\s+|-))?`,
    String.raw`(?:(?<which>${anyPhrase([...words.previous, ...words.latest])})\s+)?`,
    String.raw`(?<name>${anyPhrase([...months, ...Object.values(words.names).flat()])})`,
    String.raw`(?:,?\s+(?:${anyPhrase(words.ofYear)}\s+)?(?<year>(?:19|20)\d\d|${relative}))?`,
  ].join('');
  const source = `(?:${name}|(?<alone>${all(words.alone)})|(?<span>${relative}))`;
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}-])${source}(?![\p{L}\p{N}]|\s+${anyPhrase(ahead)}(?!\p{L}))`,
    'giu',
  );
}

/** The key of the list that holds a phrase. */
function keyOf(phrase: string, lists: Lists): string | undefined {
  return Object.keys(lists).find((key) => lists[key]?.includes(phrase));
}

function lowered(groups: Groups): Groups {
  return Object.fromEntries(
    Object.entries(groups).map(([key, text]) => [key, text?.toLowerCase().replace(/\s+/g, ' ')]),
  );
}
