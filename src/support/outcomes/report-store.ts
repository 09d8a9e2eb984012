import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import { groupBy } from '../../core/group-by';
import { OUTCOMES, type ConversationOutcome } from '../../core/outcome';
import type { Schema } from '../../storage/schema';
import { NO_OUTCOMES, type OutcomeCounts, type Report, type ReportGroup } from './report';

/** Which conversations a report is about. */
export interface ReportRange {
  /** Calendar dates `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
  /** ISO 8601 instant of the reading: what is still open at it isn't counted as ended. */
  readonly now: string;
}

const MOST_COMMENTS = 200;

const outcomeSchema = z.enum(OUTCOMES);

interface CountedRow {
  readonly outcome: ConversationOutcome;
  readonly count: number;
}

/** Reads reports from the projections of the ledger. */
export class ReportStore {
  constructor(private readonly database: Kysely<Schema>) {}

  async read(range: ReportRange): Promise<Report> {
    const [visits, entries, comments] = await Promise.all([
      this.#visits(range),
      this.#entries(range),
      this.#comments(range),
    ]);
    return {
      outcomes: countOutcomes(visits),
      byDay: toGroups(visits, ({ day }) => day),
      byLanguage: toGroups(visits, ({ language }) => language),
      byChannel: toGroups(visits, ({ channel }) => channel),
      byEntry: entries,
      comments,
    };
  }

  async #visits({ from, to, now }: ReportRange) {
    const rows = await this.database
      .selectFrom('visit')
      .select(({ fn }) => [
        ...(['day', 'language', 'channel'] as const),
        outcomeAt(now).as('outcome'),
        fn.countAll<number | string>().as('count'),
      ])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .groupBy(['day', 'language', 'channel', 'outcome'])
      .execute();
    return rows.map((row) => ({ ...row, ...countedOf(row) }));
  }

  async #entries({ from, to, now }: ReportRange) {
    const rows = await this.database
      .selectFrom('shown_answer')
      .innerJoin('visit', 'visit.id', 'shown_answer.visit')
      .select(({ fn }) => [
        'entry',
        outcomeAt(now).as('outcome'),
        sql<number | string>`count(distinct visit.id)`.as('count'),
        fn.countAll<number | string>().as('shown'),
        sql<number | string>`sum(case when helped = 1 then 1 else 0 end)`.as('helped'),
        sql<number | string>`sum(case when helped = 0 then 1 else 0 end)`.as('unhelpful'),
      ])
      .where('shown_answer.day', '>=', from)
      .where('shown_answer.day', '<=', to)
      .groupBy(['entry', 'outcome'])
      .execute();
    const byEntry = groupBy(rows, ({ entry }) => entry);
    const total = (group: typeof rows, key: 'shown' | 'helped' | 'unhelpful') =>
      group.reduce((sum, row) => sum + Number(row[key]), 0);
    return [...byEntry]
      .map(([entry, group]) => ({
        entry,
        shown: total(group, 'shown'),
        helped: total(group, 'helped'),
        unhelpful: total(group, 'unhelpful'),
        outcomes: countOutcomes(group.map(countedOf)),
      }))
      .sort((one, other) => other.shown - one.shown);
  }

  async #comments({ from, to }: ReportRange) {
    const rows = await this.database
      .selectFrom('shown_answer')
      .select(['entry', 'language', 'at', 'helped', 'comment'])
      .where('day', '>=', from)
      .where('day', '<=', to)
      .where('comment', 'is not', null)
      .orderBy('at', 'desc')
      .limit(MOST_COMMENTS)
      .execute();
    return rows.map(({ helped, comment, ...row }) => ({
      ...row,
      helped: helped === null ? null : helped === 1,
      comment: comment ?? '',
    }));
  }
}

/** The rule of `outcomeAt` in core/outcome.ts, as SQL over the projection. */
function outcomeAt(now: string) {
  return sql<string>`case
    when verdict = 'answered' and taken_back_at <= ${now} then 'abandoned'
    when verdict = 'answered' and closes_at <= ${now} then 'assumed'
    when verdict in ('answered', 'abandoned') and closes_at > ${now} then 'open'
    else verdict end`;
}

function countedOf(row: { readonly outcome: string; readonly count: number | string }): CountedRow {
  return { outcome: outcomeSchema.parse(row.outcome), count: Number(row.count) };
}

function countOutcomes(rows: readonly CountedRow[]): OutcomeCounts {
  const counts: Record<ConversationOutcome, number> = { ...NO_OUTCOMES };
  for (const { outcome, count } of rows) counts[outcome] += count;
  return counts;
}

function toGroups<Row extends CountedRow>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): readonly ReportGroup[] {
  return [...groupBy(rows, nameOf)]
    .map(([name, group]) => ({ name, outcomes: countOutcomes(group) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
