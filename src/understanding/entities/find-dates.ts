import type { ParsedComponents, ParsedResult } from 'chrono-node';
import type { Language } from '../../core/language';
import type { Entity } from '../../core/recognition';
import { anyPhrase } from '../segmentation/phrase-pattern';
import { pastDate } from './calendar';
import { dateParserOf } from './date-parsers';
import type { EntityWords } from './entity-words';

type DateEntity = Extract<Entity, { type: 'date' }>;

/** "3/5", "3/5/2021", "3.5.2021", "03-05-2021"; not "24/7". */
const IN_DIGITS =
  /(?<![\p{L}\p{N}/.-])(?!24\/7)(?<first>\d{1,2})(?:\/(?<second>\d{1,2})(?:\/(?<year>\d{4}|\d{2}))?|(?<sign>[.-])(?<secondDotted>\d{1,2})\k<sign>(?<yearDotted>\d{4}))(?![\p{L}\p{N}/]|[.-]\d)/gu;
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
  const find = (text: string, today: string): DateEntity[] => {
    const inDigits = [...text.matchAll(IN_DIGITS)].flatMap((match) =>
      dateInDigits(match, words.dayFirst, today),
    );
    const inWords = (parse?.(readable(text), new Date(`${today}T12:00:00Z`)) ?? []).flatMap(
      (result) => dateInWords(result, text, today),
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

function dateInDigits(match: RegExpExecArray, dayFirst: boolean, today: string): DateEntity[] {
  const { first, second, year, secondDotted, yearDotted } = match.groups ?? {};
  const one = Number(first);
  const two = Number(second ?? secondDotted);
  const written = year ?? yearDotted;
  const fullYear = written === undefined ? undefined : Number(written.padStart(4, '20'));
  const dayThenMonth = pastDate({ year: fullYear, month: two, day: one }, today);
  const monthThenDay = pastDate({ year: fullYear, month: one, day: two }, today);
  // Only slashes are used in both orders.
  const orders =
    dayFirst || second === undefined
      ? [dayThenMonth, second === undefined ? undefined : monthThenDay]
      : [monthThenDay, dayThenMonth];
  const [value, ...others] = [...new Set(orders)].filter((date) => date !== undefined);
  if (value === undefined) return [];
  return [
    {
      ...{ type: 'date', value, text: match[0] },
      ...{ start: match.index, end: match.index + match[0].length },
      ...(others.length > 0 && { readings: [value, ...others] }),
    },
  ];
}

function dateInWords(
  { index, text, start }: ParsedResult,
  whole: string,
  today: string,
): DateEntity[] {
  const value = valueOf(start, text, today);
  if (value === undefined) return [];
  const end = index + text.length;
  return [{ type: 'date', value, text: whole.slice(index, end), start: index, end }];
}

function valueOf(found: ParsedComponents, text: string, today: string): string | undefined {
  if (found.isCertain('weekday') && !found.isCertain('day')) {
    if (text.replace(/\P{L}/gu, '').length < MIN_WEEKDAY_LETTERS) return undefined;
    return pastWeekday(found, today);
  }
  if (!found.isCertain('day') || !found.isCertain('month')) return undefined;
  const [year, month, day] = [found.get('year'), found.get('month'), found.get('day')];
  if (month === null || day === null) return undefined;
  return pastDate(
    { year: found.isCertain('year') ? (year ?? undefined) : undefined, month, day },
    today,
  );
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
