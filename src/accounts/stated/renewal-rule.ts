import { addYears, endOfMonth, yearOf, type CalendarDate } from '../../core/calendar-date';
import { fromInterval, toInterval, type Interval } from '../../core/period';
import type { StatedBasis } from '../presentation';
import { ambiguousDate, readDates } from './read-dates';
import { bareYear, readPieces } from './read-pieces';
import { readSupposed } from './read-supposed';
import { anniversaryLine, ofYear, purchaseLines } from './renewal-lines';
import { periodLines } from './renewal-period-lines';
import type { Stated, StatedReading, StatedRule } from './stated-rule';

/** "Bought 1 September 2020", "and in 2024?", "bought last spring": the first window and the next one, or that of a year. */
export const renewalRule: StatedRule = {
  leansOn: 'time',
  read(reading) {
    const supposed = readSupposed(reading);
    if (supposed !== undefined) return { told: { dates: [supposed] } };
    const dates = readDates(reading);
    const ambiguous = ambiguousDate(dates);
    if (ambiguous !== undefined) return { told: {}, ambiguous };
    const purchases = dates.past.flatMap((readings) => readings.slice(0, 1));
    const [period] = dates.periods;
    if (purchases.length === 0 && period === undefined) return withYear(reading, dates.today);
    const { turn, wording, today, earlier } = reading;
    const saysAnniversary = wording.hasCue('anniversary', turn.utterance);
    const isAnniversary = dates.isPieced ? earlier.isAnniversary === true : saysAnniversary;
    const isShifted = isAnniversary && !dates.isPieced;
    return {
      told: {
        ...(purchases.length === 0
          ? { period: period && (isShifted ? yearBefore(period, today) : period) }
          : { dates: isShifted ? purchases.map((date) => addYears(date, -1)) : purchases }),
        today: dates.today,
        year: purchases.length === 0 || dates.isPieced ? undefined : bareYear(turn),
        ...(dates.isYearless && { isYearless: true }),
        ...(isAnniversary && { isAnniversary }),
      },
    };
  },
  lines({ dates = [], period, year, isAnniversary = false }, today, wording) {
    const bought = fromInterval(period ?? '');
    if (bought !== undefined) return periodLines(bought, { today, year, isAnniversary, wording });
    if (isAnniversary && year === undefined)
      return dates.map((purchased) => anniversaryLine(purchased, today, wording));
    return dates.flatMap((purchased) =>
      year === undefined
        ? purchaseLines(purchased, today, wording)
        : [ofYear(purchased, year, wording)],
    );
  },
  asksDay: isOpen,
};

/** A year by itself is that of a purchase told without one, or else the one asked about. */
function withYear(reading: StatedReading, said: CalendarDate | undefined): Stated {
  const { turn, wording, today, earlier } = reading;
  const { dates: [date, ...others] = [], isYearless } = earlier;
  if (wording.hasCue('nextYear', turn.utterance))
    return { told: { today: said, year: (earlier.year ?? yearOf(today)) + 1 } };
  const { year } = readPieces(turn, today);
  const isOfPurchase = isYearless === true && date !== undefined && others.length === 0;
  if (!isOfPurchase || year === undefined || year > yearOf(date))
    return { told: { today: said, year: bareYear(turn) } };
  return { told: { dates: [addYears(date, year - yearOf(date))], today: said } };
}

/** Whether the day would make it certain. */
function isOpen({ period }: StatedBasis): boolean {
  return period !== undefined;
}

/** The purchases of the year before an anniversary, which may still be to come this month. */
function yearBefore(anniversaries: Interval, today: CalendarDate): Interval {
  const period = fromInterval(anniversaries);
  if (period === undefined) return anniversaries;
  const to = period.to === today ? endOfMonth(today) : period.to;
  return toInterval({ from: addYears(period.from, -1), to: addYears(to, -1) });
}
