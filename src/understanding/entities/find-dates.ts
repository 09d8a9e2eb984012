import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { addDays } from '../../core/calendar-date';
import type { Language } from '../../core/language';
import type { Entity } from '../../core/recognition';
import { anyPhrase } from '../segmentation/phrase-pattern';
import { readLetters } from '../segmentation/run-reader';
import { createWordSearch } from '../segmentation/word-search';
import { pastDate } from './calendar';
import { dateParserOf } from './date-parsers';
import { createDictatedDateFinder } from './dictated-dates';
import { findDatesInDigits, type DateEntity } from './dates-in-digits';
import type { EntityWords } from './entity-words';
import { instantWithin } from './instant-within';
import { weekdayNames } from './weekday-names';
import { withPlainKeys } from './with-plain-words';

/** A day that has been, or one that is still to come. */
type FoundDate = DateEntity | Extract<Entity, { type: 'coming' }>;

/** A year that stands right behind a date in words: "5 Oct '25", "5 okt -25", "5 okt 25". */
const SHORT_YEAR = /^(?:\s?[’'-](?<marked>\d\d)(?![\p{N}\p{L}-])|\s(?<plain>\d\d)(?=[\s.,!?]*$))/u;
const CENTURY = 2000;
/** A day in a year that has 29 days in February. */
const IN_LEAP_YEAR = new Date('2024-06-30T12:00:00Z');
/** Shorter names of weekdays are other words as well: "sat", "mon", "sun". */
const MIN_WEEKDAY_LETTERS = 5;

/** Makes the finder of dates in one language, in the order of the text. */
export function createDateFinder(
  language: Language,
  words: EntityWords,
): (text: string, today: string) => readonly FoundDate[] {
  const parse = dateParserOf(language);
  const weekdays = weekdayNames(language);
  const respellings = { ...weekdaySpellings(weekdays, words), ...words.respellings };
  const readable = createRespeller(respellings, words);
  const saidToday = new RegExp(String.raw`(?:${anyPhrase(words.today)})\s+(?:\p{L}+\s+)?$`, 'iu');

  const dateWords = [
    ...words.dictated.ordinals,
    ...words.dateWords,
    ...weekdays,
    ...Object.keys(respellings),
  ];
  const findDateWords = createWordSearch(anyPhrase(dateWords), dateWords, readLetters);
  const { isNext, isComing } = createAheadTests(words);
  const inWordsOf = (text: string, instant: Date): readonly Found[] => {
    if (parse === undefined) return [];
    const spelled = readable(text);
    const leapDays = /(?<!\d)29(?!\d)/.test(text)
      ? parse(spelled, IN_LEAP_YEAR).filter((result) => isLeapDay(result))
      : [];
    return [...parse(spelled, instant), ...leapDays]
      .map((result) => place(result, text))
      .filter((found) => !isNext(text, found));
  };
  const ofLastYear = createLastYear(words);
  const findDictated = createDictatedDateFinder(words);
  const find = (text: string, today: string): FoundDate[] => {
    const inDigits = [
      ...findDatesInDigits(text, words.dayFirst, today),
      ...findDictated(text, today),
    ];
    const inWords = inWordsOf(text, instantWithin(today)).flatMap((found) =>
      dateInWords(ofLastYear(found, text, today), { today, isComing: isComing(text, found) }),
    );
    return [
      ...inDigits,
      ...inWords.filter((date) => !inDigits.some((other) => overlap(date, other))),
    ]
      .sort((left, right) => left.start - right.start)
      .map((date) => (isSaidToday(text, date) ? { ...date, type: 'date', isToday: true } : date));
  };
  const isSaidToday = (text: string, { start }: FoundDate): boolean =>
    saidToday.test(text.slice(Math.max(0, start - 40), start));

  return (text, today) => {
    // Most messages hold no date: then the parser needn't look.
    if (!/\d/.test(text) && findDateWords(text).length === 0) return [];
    const dates = find(text, today);
    const said = dates.find((date) => isToday(date));
    if (said === undefined) return dates;
    // The other dates are seen from that day; the word "today" itself is no second one.
    return find(text, said.value).filter(
      (date) => isToday(date) || date.value !== said.value || /\d/.test(date.text),
    );
  };
}

/** A date in words and where it stands: up to the end of its last word, and a short year behind it. */
interface Found {
  readonly parsed: ParsedComponents;
  /** A year that stands behind it: "'25", "last year". */
  readonly shortYear: number | undefined;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function place({ index, text, start: parsed }: ParsedResult, whole: string): Found {
  const wordEnd = index + text.trimEnd().length;
  const rest = /^\p{L}*/u.exec(whole.slice(wordEnd))?.[0].length ?? 0;
  const year = SHORT_YEAR.exec(whole.slice(wordEnd + rest));
  const isShort = year !== null && !parsed.isCertain('year');
  const end = wordEnd + rest + (isShort ? year[0].length : 0);
  const shortYear = isShort ? CENTURY + Number(year[1] ?? year[2]) : undefined;
  return { parsed, shortYear, text: whole.slice(index, end), start: index, end };
}

function isLeapDay({ start }: ParsedResult): boolean {
  return !start.isCertain('year') && start.get('month') === 2 && start.get('day') === 29;
}

/** Makes what adds the year to a day of it: "15 March last year". */
function createLastYear({ periods }: EntityWords) {
  const lastYear = new RegExp(
    String.raw`^\s+${anyPhrase(periods.relative['year-before'] ?? [])}(?!\p{L})`,
    'iu',
  );
  return (found: Found, text: string, today: string): Found => {
    const said = lastYear.exec(text.slice(found.end, found.end + 20))?.[0];
    if (said === undefined || !found.parsed.isCertain('day')) return found;
    const end = found.end + said.length;
    const year = Number(today.slice(0, 4)) - 1;
    return { ...found, shortYear: year, end, text: text.slice(found.start, end) };
  };
}

/** Makes the tests of a date that is still to come: "next Friday", which may be either of two; "på måndag" is the first. */
function createAheadTests(words: EntityWords) {
  const test = (phrases: readonly string[]) => {
    const within = new RegExp(String.raw`^${anyPhrase(phrases)}(?!\p{L})`, 'iu');
    const before = new RegExp(String.raw`(?<!\p{L})${anyPhrase(phrases)}\s+$`, 'iu');
    return (text: string, { start, text: own, parsed }: Found): boolean =>
      isWeekday(parsed) &&
      (within.test(own) || before.test(text.slice(Math.max(0, start - 20), start)));
  };
  const isNextOne = test(words.ahead);
  const isComing = test(words.aheadBefore);
  const isInflected = new RegExp(String.raw`${anyPhrase(words.weekdayEndings)}$`, 'iu');
  const after = new RegExp(String.raw`^\s+${anyPhrase(words.ahead)}(?!\p{L})`, 'iu');
  return {
    isNext: (text: string, found: Found) =>
      isNextOne(text, found) || after.test(text.slice(found.end, found.end + 20)),
    // "På fredagen" may be either.
    isComing: (text: string, found: Found) =>
      isComing(text, found) && !isInflected.test(found.text),
  };
}

function isWeekday(parsed: ParsedComponents): boolean {
  return parsed.isCertain('weekday') && !parsed.isCertain('day');
}

function isToday(date: FoundDate): boolean {
  return date.type === 'date' && date.isToday === true;
}

function dateInWords(
  { parsed, shortYear, ...entity }: Found,
  { today, isComing }: { readonly today: string; readonly isComing: boolean },
): FoundDate[] {
  const value = valueOf(parsed, { text: entity.text, shortYear, today });
  if (value === undefined) return [];
  const isDated = parsed.isCertain('year') || shortYear !== undefined;
  const coming = isDated ? undefined : comingDate(value, { today, isWeekday: isWeekday(parsed) });
  if (isComing && coming !== undefined) return [{ type: 'coming', value: coming, ...entity }];
  if (value > today) return [{ type: 'coming', value, ...entity }];
  return [{ type: 'date', value, ...entity, ...(coming !== undefined && { coming }) }];
}

/** The first day after today that is called as a past one is: the same weekday, or the same day of the year. */
function comingDate(
  past: string,
  seen: { readonly today: string; readonly isWeekday: boolean },
): string | undefined {
  if (seen.isWeekday) return addDays(past, 7);
  const [year, month, day] = past.split('-').map(Number);
  // 29 February comes again within eight years.
  const years = Array.from({ length: 8 }, (_, ahead) => (year ?? 0) + ahead + 1);
  return years
    .map((later) => pastDate({ year: later, month: month ?? 0, day: day ?? 0 }, seen.today))
    .find((date) => date !== undefined && date > seen.today);
}

function valueOf(
  found: ParsedComponents,
  seen: { readonly text: string; readonly shortYear: number | undefined; readonly today: string },
): string | undefined {
  const { text, shortYear, today } = seen;
  if (isWeekday(found)) {
    if (text.replace(/\P{L}/gu, '').length < MIN_WEEKDAY_LETTERS) return undefined;
    return pastWeekday(found, today);
  }
  if (!found.isCertain('day') || !found.isCertain('month')) return undefined;
  const [month, day] = [found.get('month'), found.get('day')];
  if (month === null || day === null) return undefined;
  const year =
    shortYear ?? (found.isCertain('year') ? (found.get('year') ?? undefined) : undefined);
  return pastDate({ year, month, day }, today);
}

function pastWeekday(found: ParsedComponents, today: string): string {
  const date = found.date();
  while (date.toISOString().slice(0, 10) > today) date.setUTCDate(date.getUTCDate() - 7);
  return date.toISOString().slice(0, 10);
}

/** How people write weekdays otherwise, "fredagens" and "lordag", and as the parser knows them. */
function weekdaySpellings(
  weekdays: readonly string[],
  { weekdayEndings }: EntityWords,
): EntityWords['respellings'] {
  const spelled = weekdays.flatMap((weekday) =>
    ['', ...weekdayEndings].map((ending) => [weekday + ending, weekday] as const),
  );
  return withPlainKeys(Object.fromEntries(spelled));
}

/** Writes "3:e" and "tredje" as the parser knows them, in as many characters. */
function createRespeller(
  respellings: EntityWords['respellings'],
  { ordinalEndings }: EntityWords,
): (text: string) => string {
  const known = Object.keys(respellings);
  const patterns = [
    String.raw`(?<=\d)${anyPhrase(ordinalEndings)}(?!\p{L})`,
    String.raw`\b24\/7\b`,
  ];
  if (known.length > 0) patterns.push(String.raw`(?<!\p{L})${anyPhrase(known)}(?!\p{L})`);
  const odd = new RegExp(patterns.join('|'), 'giu');
  return (text) =>
    text.replace(odd, (word) => (respellings[word.toLowerCase()] ?? '').padEnd(word.length));
}

function overlap(left: FoundDate, right: FoundDate): boolean {
  return left.start < right.end && right.start < left.end;
}
