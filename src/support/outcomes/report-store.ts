import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import { z } from 'zod';
import { compareText } from '../../core/compare-text';
import { groupBy } from '../../core/group-by';
import { OUTCOMES, type ConversationOutcome } from '../../core/outcome';
import type { Schema, ShownAnswerTable } from '../../storage/schema';
import type { LedgerStore } from './ledger-store';
import {
  NO_OUTCOMES,
  type EntryReport,
  type OutcomeCounts,
  type Report,
  type ReportGroup,
} from './report';

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
  constructor(
    private readonly database: Kysely<Schema>,
    private readonly ledger: Pick<LedgerStore, 'catchUp'>,
  ) {}

  async read(range: ReportRange): Promise<Report> {
    await this.ledger.catchUp();
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
    const columns = ['day', 'language', 'channel'] as const;
    const inRange = this.database
      .selectFrom('visit')
      .select(columns)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('day', '>=', from)
      .where('day', '<=', to)
      .groupBy([...columns, 'outcome']);
    const settled = await inRange.select('outcome').where('settled_at', '<=', now).execute();
    const unsettled = await this.database
      .selectFrom('visit')
      .select([...columns, outcomeAt(now).as('outcome'), sql<number>`1`.as('count')])
      .where(dayOf('visit'), '>=', from)
      .where(dayOf('visit'), '<=', to)
      .where('settled_at', '>', now)
      .execute();
    return [...settled, ...unsettled].map((row) => ({ ...row, ...countedOf(row) }));
  }

  async #entries({ from, to, now }: ReportRange) {
    const shown = this.database
      .selectFrom('shown_answer')
      .select(['entry', 'is_first', 'helped'])
      .where(dayOf('shown_answer'), '>=', from)
      .where(dayOf('shown_answer'), '<=', to);
    const settled = shown
      .select('shown_answer.outcome')
      .where('shown_answer.settled_at', '<=', now);
    const unsettled = shown
      .innerJoin('visit', 'visit.id', 'shown_answer.visit')
      .select(outcomeAt(now).as('outcome'))
      .where('shown_answer.settled_at', '>', now);
    return toEntries([...(await this.#count(settled)), ...(await this.#count(unsettled))]);
  }

  #count(answers: ShownAnswers) {
    return this.database
      .selectFrom(answers.as('answer'))
      .select(({ fn }) => [
        'entry',
        'outcome',
        fn.countAll<number>().as('shown'),
        fn.sum<number>('is_first').as('count'),
        fn.sum<number | null>('helped').as('helped'),
        fn.count<number>('helped').as('rated'),
      ])
      .groupBy(['entry', 'outcome'])
      .execute();
  }

  async #comments({ from, to }: ReportRange) {
    const rows = await this.database
      .selectFrom('shown_answer')
      .select(['entry', 'language', 'at', 'helped', 'comment'])
      .where(dayOf('shown_answer'), '>=', from)
      .where(dayOf('shown_answer'), '<=', to)
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

/** The day as a mere value: an index on instants, on comments, or on all that is counted is the faster way to the rows. */
function dayOf(table: 'visit' | 'shown_answer') {
  return sql<string>`coalesce(${sql.ref(`${table}.day`)}, '')`;
}

/** Answers as they are to be counted, how their visits ended beside them. */
type ShownAnswers = SelectQueryBuilder<
  Schema,
  'shown_answer',
  Pick<ShownAnswerTable, 'entry' | 'is_first' | 'helped' | 'outcome'>
>;

interface EntryRow {
  readonly entry: string;
  readonly outcome: string;
  readonly count: number;
  readonly shown: number;
  readonly helped: number | null;
  readonly rated: number;
}

function toEntries(rows: readonly EntryRow[]): readonly EntryReport[] {
  return [...groupBy(rows, ({ entry }) => entry)]
    .map(([entry, group]) => {
      const total = (key: 'shown' | 'helped' | 'rated') =>
        group.reduce((sum, row) => sum + (row[key] ?? 0), 0);
      const helped = total('helped');
      return {
        ...{ entry, helped, shown: total('shown'), unhelpful: total('rated') - helped },
        outcomes: countOutcomes(group.map(countedOf)),
      };
    })
    .sort((one, other) => other.shown - one.shown);
}

/** The rule of `outcomeAt` in core/outcome.ts, as SQL over the projection. */
function outcomeAt(now: string) {
  return sql<string>`case
    when verdict = 'answered' and taken_back_at <= ${now} then 'abandoned'
    when verdict = 'answered' and closes_at <= ${now} then 'assumed'
    when verdict in ('answered', 'abandoned') and closes_at > ${now} then 'open'
    else verdict end`;
}

function countedOf(row: { readonly outcome: string; readonly count: number }): CountedRow {
  return { outcome: outcomeSchema.parse(row.outcome), count: row.count };
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
    .sort((one, other) => compareText(one.name, other.name));
}
