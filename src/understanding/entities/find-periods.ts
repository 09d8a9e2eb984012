import type { Language } from '../../core/language';
import { toInterval, type Period } from '../../core/period';
import type { Entity } from '../../core/recognition';
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
  const { names, alone, relative, parts, previous, genitives } = words.periods;
  const months = new Map(
    (['short', 'long'] as const).flatMap((length) =>
      monthNames(language, length).map((name, index) => [name, monthDays(index + 1)] as const),
    ),
  );
  const daysCalled = (name: string) => months.get(name) ?? periods[keyOf(name, names) ?? ''];
  const pattern = periodPattern(words.periods, words.ahead, [...months.keys()]);

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

  const last = lastWords(
    [...months.keys(), ...[names, alone, relative].flatMap(phrasesIn)],
    genitives,
  );
  /** "Jan's" and "majs" apart, what owns something is a time by itself: "October's token", "vårens köp". */
  const canOwn = new Set([...monthNames(language, 'long'), ...phrasesIn(names)]);

  return (text, today) => {
    // Most messages hold none: looking at their words takes a tenth of looking for the pattern.
    if (!readPeriodWords(text).some(({ word }) => last.has(word))) return [];
    return allMatches(text, pattern).flatMap((match) => {
      const groups = lowered(match.groups ?? {});
      if (!isTime(groups, canOwn)) return [];
      const told = groups['part'] ?? groups['portion'] ?? '';
      const third = THIRDS.find((part) => parts[part].includes(told));
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

type Lists = Readonly<Record<string, readonly string[]>>;
type Names = ReadonlySet<string>;

function phrasesIn(lists: Lists): readonly string[] {
  return Object.values(lists).flat();
}

function lastWords(
  phrases: readonly string[],
  genitives: readonly string[],
): ReadonlySet<string | undefined> {
  const words = phrases.map((phrase) => readPeriodWords(phrase).at(-1)?.word ?? '');
  return new Set(['', ...genitives].flatMap((ending) => words.map((word) => word + ending)));
}

/** "March", "spring" and "fall" are other words as well: beside them must stand what makes them a time. */
function isTime({ name, lead, part, which, year, around, own }: Groups, canOwn: Names): boolean {
  if (name === undefined) return true;
  if (own !== undefined && !canOwn.has(name)) return false;
  return [lead, part, which, year, around, own].some((word) => word !== undefined);
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
  const span = String.raw`(?:(?<portion>${all(words.parts)})\s+)?(?<span>${relative})`;
  const source = `(?:${name}|(?<alone>${all(words.alone)})|${span})(?<own>${anyPhrase(words.genitives)})?`;
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
