import type { Kysely, Selectable, Transaction } from 'kysely';
import { z } from 'zod';
import type { ConversationEvent } from '../../core/conversation-event';
import { localTime } from '../../core/opening-hours';
import {
  overAt,
  settledOutcome,
  takenBack,
  visitsOf,
  type Verdict,
  type Visit,
} from '../../core/outcome';
import { holdAlone } from '../../storage/hold-alone';
import { prepareRows } from '../../storage/prepare';
import type { DueVisitTable, EventTable, Schema, VisitTable } from '../../storage/schema';
import { eventSchema } from './event-schema';

const verdicts = ['confirmed', 'answered', 'escalated', 'abandoned', 'not-counted'] as const;
/** What becomes of the events of a conversation; an event that stays as it is is given back itself. */
export type RewriteEvents = (events: readonly ConversationEvent[]) => readonly ConversationEvent[];

/** Decides after each step of some milliseconds whether to take the next, and when. */
export type GoesOn = (milliseconds: number) => Promise<boolean>;

const BATCH = 100;
/** Conversations that are looked up at once of those that are due. */
const DUE = 20;
const insertEvents = prepareRows<Selectable<EventTable>>((database, rows) =>
  database
    .insertInto('event')
    .values(
      rows.map(({ id, conversation, person, at, document }) => ({
        ...{ id, conversation, person, at, document },
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing()),
);
const noteDue = prepareRows<Selectable<DueVisitTable>>((database, rows) =>
  database
    .insertInto('due_visit')
    .values(rows.map(({ conversation, since }) => ({ conversation, since })))
    .onConflict((conflict) =>
      conflict
        .column('conversation')
        .doUpdateSet((values) => ({ since: values.ref('excluded.since') })),
    ),
);
const verdictSchema: z.ZodType<Verdict> = z.enum(verdicts);

/**
 * Keeps the events, and beside them what reports read: visits and answers, computed anew from the events of a conversation.
 * That is done a little later, and at the latest before they are read, so that no turn waits for it.
 */
export class LedgerStore {
  constructor(
    private readonly database: Kysely<Schema>,
    private readonly timeZone: string,
  ) {}

  /** Notes events for good, in any order; one that was noted already changes nothing. */
  async append(events: readonly ConversationEvent[]): Promise<void> {
    await this.database.transaction().execute((transaction) => appendEvents(transaction, events));
  }

  /**
   * Computes what is due, a conversation at a time so that nobody waits for long. `goesOn` is told after each how many
   * milliseconds it took, and breaks off with false; what is left stays due.
   */
  async catchUp(goesOn: GoesOn = () => Promise.resolve(true)): Promise<void> {
    for (;;) {
      const due = await this.database
        .selectFrom('due_visit')
        .select('conversation')
        .orderBy('conversation')
        .limit(DUE)
        .execute();
      if (due.length === 0) return;
      for (const { conversation } of due) {
        const begun = performance.now();
        await this.#catchUpOn(conversation);
        if (!(await goesOn(performance.now() - begun))) return;
      }
    }
  }

  async #catchUpOn(conversation: string): Promise<void> {
    await this.database.transaction().execute(async (transaction) => {
      await holdAlone(transaction, 'due visits');
      await holdVisits(transaction, await eventHeadsOf(transaction, conversation));
      await this.#project(transaction, conversation);
    });
  }

  /** Computes every visit anew from the events; changes nothing unless a projection was lost or the rules have changed. */
  async rebuild(): Promise<void> {
    await this.database.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('visit').execute();
      await transaction.deleteFrom('shown_answer').execute();
      await transaction.deleteFrom('due_visit').execute();
      const rows = await transaction
        .selectFrom('event')
        .select('conversation')
        .distinct()
        .orderBy('conversation')
        .execute();
      for (const { conversation } of rows) await this.#project(transaction, conversation);
    });
  }

  /**
   * Writes the events of a conversation anew as `change` gives them back, with what is computed from them: how people
   * and words are forgotten. Events that it leaves out are deleted; those that it moves may be of another conversation.
   */
  async rewrite(conversation: string, change: RewriteEvents): Promise<void> {
    await this.database.transaction().execute(async (transaction) => {
      await holdVisits(transaction, [{ conversation }]);
      const before = await eventsOf(transaction, conversation);
      const after = change(before);
      const kept = new Set(after);
      const gone = before.filter((event) => !kept.has(event)).map(({ id }) => id);
      if (gone.length === 0) return;
      const known = new Set(before);
      const added = after.filter((event) => !known.has(event));
      await holdVisits(transaction, added);
      for (const ids of batches(gone))
        await transaction.deleteFrom('event').where('id', 'in', ids).execute();
      for (const events of batches(added))
        await transaction.insertInto('event').values(events.map(toRow)).execute();
      for (const touched of new Set([conversation, ...added.map((event) => event.conversation)]))
        await this.#project(transaction, touched);
    });
  }

  /** Events that come after the first line make the conversation due once more. */
  async #project(transaction: Transaction<Schema>, conversation: string): Promise<void> {
    await transaction.deleteFrom('due_visit').where('conversation', '=', conversation).execute();
    const visits = visitsOf(await eventsOf(transaction, conversation));
    await transaction.deleteFrom('visit').where('conversation', '=', conversation).execute();
    await transaction.deleteFrom('shown_answer').where('conversation', '=', conversation).execute();
    for (const visit of visits) await this.#insert(transaction, visit);
    for (const person of new Set(visits.map((visit) => visit.person)))
      await this.#markReturns(transaction, person);
  }

  async #insert(transaction: Transaction<Schema>, visit: Visit): Promise<void> {
    const { id, conversation, person, channel, language, startedAt, lastAt, verdict } = visit;
    const settled = settledColumns(visit, undefined);
    const day = (instant: string) => localTime(new Date(instant), this.timeZone).date;
    await transaction
      .insertInto('visit')
      .values({
        ...{ id, conversation, person, channel, language, verdict, day: day(startedAt) },
        ...{ started_at: startedAt, last_at: lastAt, closes_at: overAt(lastAt) },
        ...{ ...settled, taken_back_at: null, asked: JSON.stringify(visit.asked) },
      })
      .execute();
    const answers = visit.answers.map(({ helped, comment, ...answer }, place) => ({
      ...{ ...answer, conversation, language, channel, visit: id, day: day(startedAt), ...settled },
      is_first: Number(visit.answers.findIndex(({ entry }) => entry === answer.entry) === place),
      helped: helped === undefined ? null : Number(helped),
      comment: comment === '' ? null : (comment ?? null),
    }));
    if (answers.length > 0) await transaction.insertInto('shown_answer').values(answers).execute();
  }

  async #markReturns(transaction: Transaction<Schema>, person: string): Promise<void> {
    const rows = await transaction
      .selectFrom('visit')
      .selectAll()
      .where('person', '=', person)
      .execute();
    const visits = rows.map(toVisit);
    const marks = takenBack(visits);
    for (const [place, visit] of visits.entries()) {
      const mark = marks.get(visit.id);
      if (mark === (rows[place]?.taken_back_at ?? undefined)) continue;
      const settled = settledColumns(visit, mark);
      await transaction
        .updateTable('visit')
        .set({ ...settled, taken_back_at: mark ?? null })
        .where('id', '=', visit.id)
        .execute();
      await transaction
        .updateTable('shown_answer')
        .set(settled)
        .where('visit', '=', visit.id)
        .where('conversation', '=', visit.conversation)
        .execute();
    }
  }
}

/** Notes events within a transaction. What is computed from them is due from then on. */
export async function appendEvents(
  transaction: Kysely<Schema>,
  events: readonly ConversationEvent[],
): Promise<void> {
  await insertEvents(transaction, events.map(toRow));
  const due = new Map(events.map(({ conversation, at }) => [conversation, at]));
  // Whoever is just computing it must not overlook these events: `do nothing` would not wait for them.
  await noteDue(
    transaction,
    Array.from(due, ([conversation, since]) => ({ conversation, since })),
  );
}

function eventHeadsOf(transaction: Transaction<Schema>, conversation: string) {
  return transaction
    .selectFrom('event')
    .select(['conversation', 'person'])
    .distinct()
    .where('conversation', '=', conversation)
    .execute();
}

async function eventsOf(
  transaction: Transaction<Schema>,
  conversation: string,
): Promise<readonly ConversationEvent[]> {
  const rows = await transaction
    .selectFrom('event')
    .select('document')
    .where('conversation', '=', conversation)
    .execute();
  return rows.map(({ document }) => eventSchema.parse(JSON.parse(document)));
}

function toRow(event: ConversationEvent): Selectable<EventTable> {
  const { id, conversation, person, at } = event;
  return { id, conversation, person, at, document: JSON.stringify(event) };
}

/** Lists short enough for the parameters of one statement. */
function batches<T>(all: readonly T[]): readonly (readonly T[])[] {
  const starts = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) => index * BATCH);
  return starts.map((start) => all.slice(start, start + BATCH));
}

/** Keeps others from what events may change: the visits in their conversations, and of the people in these. */
async function holdVisits(
  transaction: Transaction<Schema>,
  events: readonly { readonly conversation: string; readonly person?: string }[],
): Promise<void> {
  const conversations = new Set(events.map(({ conversation }) => conversation));
  const people = new Set(events.flatMap(({ person }) => person ?? []));
  for (const conversation of [...conversations].sort()) {
    await holdAlone(transaction, `visits in ${conversation}`);
    const rows = await transaction
      .selectFrom('visit')
      .select('person')
      .where('conversation', '=', conversation)
      .execute();
    for (const { person } of rows) people.add(person);
  }
  for (const person of [...people].sort()) await holdAlone(transaction, `visits of ${person}`);
}

function settledColumns(visit: Visit, takenBackAt: string | undefined) {
  const { outcome, at } = settledOutcome(visit, takenBackAt);
  return { outcome, settled_at: at };
}

function toVisit(row: Selectable<VisitTable>): Visit {
  const { started_at: startedAt, last_at: lastAt, verdict, asked, ...rest } = row;
  return {
    ...{ ...rest, startedAt, lastAt, answers: [] },
    verdict: verdictSchema.parse(verdict),
    asked: z.array(z.string()).parse(JSON.parse(asked)),
  };
}
