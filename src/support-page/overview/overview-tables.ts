import { ratesOf } from '../../support/outcomes/rates';
import type { EntryReport, Report } from '../../support/outcomes/report';
import type { Column, Table } from '../parts/table';
import { createTable } from '../parts/table';
import {
  commentColumns,
  endedColumns,
  escalationColumns,
  ratingColumns,
  reasonColumns,
  type Ended,
  type TicketReasons,
  type Words,
} from './overview-columns';

/** An answer counts as rated low only when so many people have said something of it. */
const LEAST_RATINGS = 3;
const MOST_LOW_RATED = 10;

/** The tables of the overview, in the order of the page. */
export const TABLE_NAMES = [
  'by-day',
  'by-language',
  'by-channel',
  'by-entry',
  'low-rated',
  'escalations',
  'reasons',
  'comments',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** The tables by name, for the page and as files. */
export function createOverviewTables(
  { byDay, byLanguage, byChannel, byEntry, comments }: Report,
  reasons: TicketReasons,
  words: Words,
): Readonly<Record<TableName, Table>> {
  const { t, names } = words;
  const table = <Row>(name: TableName, columns: readonly Column<Row>[], rows: readonly Row[]) =>
    createTable({ name, caption: t(`support-page:overview.table.${name}`) }, columns, rows);
  const label = (key: string) => t(`support-page:overview.column.${key}`);
  const named = (nameOf: (name: string) => string): Column<Ended> => ({
    ...{ label: label('name'), kind: 'text', of: ({ name = '' }) => nameOf(name) },
  });
  const day: Column<Ended> = { label: label('day'), kind: 'day', of: ({ name }) => name };
  const entry: Column<EntryReport> = {
    ...{ label: label('entry'), kind: 'text', of: ({ entry: id }) => names.entry(id) },
    link: ({ entry: id }) => `/support/content/${id}`,
  };
  const shown: Column<EntryReport> = {
    ...{ label: label('shown'), kind: 'count', of: (row) => row.shown },
  };
  const ended = endedColumns(words);
  return {
    'by-day': table('by-day', [day, ...ended], byDay),
    'by-language': table(
      'by-language',
      [named((tag) => names.language(tag)), ...ended],
      byLanguage,
    ),
    'by-channel': table('by-channel', [named((id) => names.channel(id)), ...ended], byChannel),
    'by-entry': table('by-entry', [entry, shown, ...ended], byEntry),
    'low-rated': table('low-rated', [entry, ...ratingColumns(words)], lowRated(byEntry)),
    escalations: table('escalations', [entry, ...escalationColumns(words)], escalated(byEntry)),
    reasons: table('reasons', reasonColumns(words), [...reasons]),
    comments: table('comments', commentColumns(words), comments),
  };
}

function lowRated(entries: readonly EntryReport[]): readonly EntryReport[] {
  const share = ({ helped, unhelpful }: EntryReport) => helped / (helped + unhelpful);
  return entries
    .filter(({ helped, unhelpful }) => unhelpful > 0 && helped + unhelpful >= LEAST_RATINGS)
    .sort((one, other) => share(one) - share(other) || other.unhelpful - one.unhelpful)
    .slice(0, MOST_LOW_RATED);
}

function escalated(entries: readonly EntryReport[]): readonly EntryReport[] {
  return entries
    .filter(({ outcomes }) => outcomes.escalated > 0)
    .sort(
      (one, other) =>
        other.outcomes.escalated - one.outcomes.escalated ||
        ratesOf(one.outcomes).counted - ratesOf(other.outcomes).counted,
    );
}
