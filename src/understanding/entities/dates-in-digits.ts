import type { Entity } from '../../core/recognition';
import { allMatches } from '../segmentation/all-matches';
import { pastDate } from './calendar';

export type DateEntity = Extract<Entity, { type: 'date' }>;

/** "3/5", "3/5/2021", "3/5-21", "3/5 2021", "3.5.2021", "3.5.21", "03-05-2021", "21-05-03", "20210503"; not "24/7". */
const IN_DIGITS = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.-])(?!24\/7)(?:${[
    String.raw`(?<first>\d{1,2})\/(?<second>\d{1,2})(?:(?:\/|\s?-|\s(?=\d{4}))(?<year>\d{4}|\d{2}))?`,
    String.raw`(?<day>\d{1,2})(?<sign>[.-])(?<month>\d{1,2})\k<sign>(?<dotted>\d{4}|(?<=\.)\d{2})`,
    String.raw`(?<early>\d{2})-(?<middle>\d{2})-(?<late>\d{2})`,
    String.raw`(?<iso>20\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))`,
  ].join('|')})(?![\p{L}\p{N}/]|[.-]\d)`,
  'gu',
);
/** Of two readings of a short year, one before this is not meant. */
const EARLIEST = '2005';

/** Finds dates in digits, in the order of the text; `dayFirst` says whether 3/5 is rather the third of May. */
export function findDatesInDigits(
  text: string,
  dayFirst: boolean,
  today: string,
): readonly DateEntity[] {
  return allMatches(text, IN_DIGITS).flatMap((match) => dateInDigits(match, dayFirst, today));
}

function dateInDigits(match: RegExpExecArray, dayFirst: boolean, today: string): DateEntity[] {
  const [value, ...others] = readingsOf(match.groups ?? {}, dayFirst, today);
  if (value === undefined) return [];
  return [
    {
      ...{ type: 'date', value, text: match[0] },
      ...{ start: match.index, end: match.index + match[0].length },
      ...(others.length > 0 && { readings: [value, ...others] }),
    },
  ];
}

/** The dates that numerals may stand for, the likeliest first: only slashes are used in both orders. */
function readingsOf(
  groups: Readonly<Record<string, string | undefined>>,
  dayFirst: boolean,
  today: string,
): readonly string[] {
  const { iso, first, second, year, day, month, dotted } = groups;
  if (iso !== undefined) {
    const [whole, ...rest] = [iso.slice(0, 4), iso.slice(4, 6), iso.slice(6)].map(Number);
    return compact([pastDate({ year: whole, month: rest[0] ?? 0, day: rest[1] ?? 0 }, today)]);
  }
  if (groups['early'] !== undefined) return shortReadings(groups, today);
  const written = year ?? dotted;
  const fullYear = written === undefined ? undefined : Number(written.padStart(4, '20'));
  const dated = (dayNumber = '', monthNumber = '') =>
    pastDate({ year: fullYear, month: Number(monthNumber), day: Number(dayNumber) }, today);
  if (day !== undefined) return compact([dated(day, month)]);
  const orders = [dated(first, second), dated(second, first)];
  return compact(dayFirst ? orders : orders.reverse());
}

/** "24-09-01" is a day of 2024, or of 2001 where that can be; "12-05-21" may be either. */
function shortReadings(
  { early = '', middle = '', late = '' }: Readonly<Record<string, string | undefined>>,
  today: string,
): readonly string[] {
  const dated = (year: string, day: string) =>
    pastDate({ year: Number(`20${year}`), month: Number(middle), day: Number(day) }, today);
  const readings = compact([dated(early, late), dated(late, early)]).filter((one) => one <= today);
  const likely = readings.filter((date) => date >= EARLIEST);
  return likely.length > 0 ? likely : readings;
}

function compact(dates: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(dates)].filter((date) => date !== undefined);
}
