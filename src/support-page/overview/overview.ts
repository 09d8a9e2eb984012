import { addDays, calendarDateAt, daysBetween } from '../../core/calendar-date';
import type { Clock } from '../../core/clock';
import { startOfDay } from '../../core/opening-hours';
import { NO_OUTCOMES, type Report } from '../../support/outcomes/report';
import type { ReportStore } from '../../support/outcomes/report-store';
import type { TicketSearchStore } from '../../support/tickets/ticket-search-store';
import type { PageRequest, Reading } from '../page';
import type { Names } from '../parts/names';
import type { Table } from '../parts/table';
import { createOverviewTables, type TableName } from './overview-tables';
import { rangeOf, type Range } from './range';

/** So many days are drawn one by one, also those on which nothing happened. */
const MOST_DAYS_SHOWN = 400;

export interface OverviewOptions {
  readonly reports: Pick<ReportStore, 'read'>;
  readonly tickets: Pick<TicketSearchStore, 'reasons'>;
  readonly namesIn: (reading: Reading) => Names;
  /** IANA name. */
  readonly timeZone: string;
  readonly now: Clock;
}

/** What the overview tells of a range of days. */
export interface Overview {
  readonly range: Range;
  readonly today: string;
  readonly report: Report;
  readonly tables: Readonly<Record<TableName, Table>>;
}

/** Reads what a request asks for, for the page and for its files alike. */
export async function readOverview(
  request: PageRequest,
  { reports, tickets, namesIn, timeZone, now }: OverviewOptions,
): Promise<Overview> {
  const today = calendarDateAt(now(), timeZone);
  const range = rangeOf(request.query, today);
  const read = await reports.read({ ...range, now: now().toISOString() });
  const report = { ...read, byDay: withQuietDays(read.byDay, range) };
  const reasons = await tickets.reasons(
    startOfDay(range.from, timeZone).toISOString(),
    startOfDay(addDays(range.to, 1), timeZone).toISOString(),
  );
  const words = { t: request.t, names: namesIn(request) };
  const tables = createOverviewTables(report, reasons, words);
  return { range, today, report, tables };
}

function withQuietDays(days: Report['byDay'], { from, to }: Range): Report['byDay'] {
  const count = daysBetween(from, to) + 1;
  if (days.length === 0 || count > MOST_DAYS_SHOWN) return days;
  const known = new Map(days.map((day) => [day.name, day]));
  return Array.from({ length: count }, (_, index) => addDays(from, index)).map(
    (name) => known.get(name) ?? { name, outcomes: NO_OUTCOMES },
  );
}
