import type { ParsedComponents, ParsedResult } from 'chrono-node';
import type { Language } from '../../core/language';
import { anyPhrase } from '../segmentation/phrase-pattern';
import { pastDate } from './calendar';
import { dateParserOf } from './date-parsers';
import { findDatesInDigits, type DateEntity } from './dates-in-digits';
import type { EntityWords } from './entity-words';

/** A year that stands right behind a date in words: "5 Oct '25", "5 okt -25". */
const SHORT_YEAR = /^\s?[’'-](\d\d)(?![\p{N}\p{L}-])/u;
const CENTURY = 2000;
/** A day in a year that has 29 days in February. */
const IN_LEAP_YEAR = new Date('2024-06-30T12:00:00Z');
/** Shorter names of weekdays are other words as well: "sat", "mon", "sun". */
const MIN_WEEKDAY_LETTERS = 5;

/** Makes the finder of dates in one language, in the order of the text. */
export function createDateFinder(
  language: Language,
  words: EntityWords,
): (text: string, today: string) => readonly DateEntity[] {
  const parse = dateParserOf(language);
  const readable = createRespeller(words);
  const saidToday = new RegExp(String.raw`(?:${anyPhrase(words.today)})\s+(?:\p{L}+\s+)?$`, 'iu');

  const hint = new RegExp(
    String.raw`\d|(?<!\p{L})${anyPhrase([...words.dateWords, ...Object.keys(words.respellings)])}`,
    'iu',
  );
  const ahead = createAheadTest(words);
  const inWordsOf = (text: string, instant: Date): readonly Found[] => {
    if (parse === undefined) return [];
    const spelled = readable(text);
    const leapDays = /(?<!\d)29(?!\d)/.test(text)
      ? parse(spelled, IN_LEAP_YEAR).filter((result) => isLeapDay(result))
      : [];
    return [...parse(spelled, instant), ...leapDays]
      .map((result) => place(result, text))
      .filter((found) => !ahead(text, found));
  };
  const find = (text: string, today: string): DateEntity[] => {
    const inDigits = findDatesInDigits(text, words.dayFirst, today);
    const inWords = inWordsOf(text, new Date(`${today}T12:00:00Z`)).flatMap((found) =>
      dateInWords(found, today),
    );
    return [
      ...inDigits,
      ...inWords.filter((date) => !inDigits.some((other) => overlap(date, other))),
    ]
      .sort((left, right) => left.start - right.start)
      .map((date) => ({ ...date, ...(isSaidToday(text, date) && { isToday: true }) }));
  };
  const isSaidToday = (text: string, { start }: DateEntity): boolean =>
    saidToday.test(text.slice(Math.max(0, start - 40), start));

  return (text, today) => {
    // Most messages hold no date: then the parser needn't look.
    if (!hint.test(text)) return [];
    const dates = find(text, today);
    const said = dates.find(({ isToday }) => isToday);
    if (said === undefined) return dates;
    // The other dates are seen from that day; the word "today" itself is no second one.
    return find(text, said.value).filter(
      (date) => date.isToday === true || date.value !== said.value || /\d/.test(date.text),
    );
  };
}

/** A date in words and where it stands: up to the end of its last word, and a short year behind it. */
interface Found {
  readonly parsed: ParsedComponents;
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
  const shortYear = isShort ? CENTURY + Number(year[1]) : undefined;
  return { parsed, shortYear, text: whole.slice(index, end), start: index, end };
}

function isLeapDay({ start }: ParsedResult): boolean {
  return !start.isCertain('year') && start.get('month') === 2 && start.get('day') === 29;
}

/** Makes the test whether a date lies ahead: "next Friday", "på måndag", "3 May next year". */
function createAheadTest(words: EntityWords): (text: string, found: Found) => boolean {
  const ahead = anyPhrase([...words.ahead, ...words.aheadBefore]);
  const within = new RegExp(String.raw`^${ahead}(?!\p{L})`, 'iu');
  const before = new RegExp(String.raw`(?<!\p{L})${ahead}\s+$`, 'iu');
  const after = new RegExp(String.raw`^\s+${anyPhrase(words.ahead)}(?!\p{L})`, 'iu');
  return (text, { start, end, text: own, parsed }) => {
    const isWeekday = parsed.isCertain('weekday') && !parsed.isCertain('day');
    const isNext = within.test(own) || before.test(text.slice(Math.max(0, start - 20), start));
    return (isWeekday && isNext) || after.test(text.slice(end, end + 20));
  };
}

function dateInWords({ parsed, shortYear, ...entity }: Found, today: string): DateEntity[] {
  const value = valueOf(parsed, { text: entity.text, shortYear, today });
  return value === undefined ? [] : [{ type: 'date', value, ...entity }];
}

function valueOf(
  found: ParsedComponents,
  seen: { readonly text: string; readonly shortYear: number | undefined; readonly today: string },
): string | undefined {
  const { text, shortYear, today } = seen;
  if (found.isCertain('weekday') && !found.isCertain('day')) {
    if (text.replace(/\P{L}/gu, '').length < MIN_WEEKDAY_LETTERS) return undefined;
    return pastWeekday(found, today);
  }
  if (!found.isCertain('day') || !found.isCertain('month')) return undefined;
  const [month, day] = [found.get('month'), found.get('day')];
  if (month === null || day === null) return undefined;
  const year = found.isCertain('year') ? (found.get('year') ?? undefined) : shortYear;
  return pastDate({ year, month, day }, today);
}

function pastWeekday(found: ParsedComponents, today: string): string {
  const date = found.date();
  while (date.toISOString().slice(0, 10) > today) date.setUTCDate(date.getUTCDate() - 7);
  return date.toISOString().slice(0, 10);
}

/** Writes "3:e" and "tredje" as the parser knows them, in as many characters. */
function createRespeller({ respellings, ordinalEndings }: EntityWords): (text: string) => string {
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

function overlap(left: DateEntity, right: DateEntity): boolean {
  return left.start < right.end && right.start < left.end;
}
