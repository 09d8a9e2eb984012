import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Clock } from '../../core/clock';
import type { Language } from '../../core/language';
import { REDACTED_BY } from '../../core/redacted-by';
import { UNANSWERED_REASONS, type UnansweredQuestion } from '../../core/unanswered-question';
import { prepare, prepareRows } from '../../storage/prepare';
import type { Schema, UnansweredQuestionTable } from '../../storage/schema';

/** What a supporter has made of questions: the id of a change, or `dismissed`. */
export interface Settlement {
  readonly by: string;
  readonly as: string;
}

const scoredSchema = z.object({ intent: z.string(), score: z.number() });
const candidatesSchema = z.array(scoredSchema);
const secondOpinionSchema = z.object({
  redactedBy: z.enum(REDACTED_BY),
  suggestion: scoredSchema.optional(),
  phrases: z.array(z.string()),
});

/** What is known of a question when it comes. */
type QuestionRow = Omit<
  Selectable<UnansweredQuestionTable>,
  'settled_at' | 'settled_by' | 'settled_as' | 'second_opinion' | 'looks' | 'looked_at'
>;

const insertQuestions = prepareRows<QuestionRow>((database, rows) =>
  database
    .insertInto('unanswered_question')
    .values(
      rows.map((row) => ({
        ...{ id: row.id, at: row.at, conversation: row.conversation, person: row.person },
        ...{ channel: row.channel, language: row.language, text: row.text, reason: row.reason },
        ...{ candidates: row.candidates, content_version: row.content_version },
        ...{ settled_at: null, settled_by: null, settled_as: null },
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing()),
);
const deleteQuestion = prepare<{ readonly id: string }>((database, { id }) =>
  database.deleteFrom('unanswered_question').where('id', '=', id).where('settled_at', 'is', null),
);

/** Keeps the questions that found no answer. */
export class UnansweredStore {
  constructor(
    private readonly database: Kysely<Schema>,
    private readonly now: Clock,
  ) {}

  /** Puts questions in the queue for good; one that is in it already changes nothing. */
  async put(...questions: readonly UnansweredQuestion[]): Promise<void> {
    await insertQuestions(this.database, questions.map(toRow));
  }

  /** Takes out a question that found its answer after all; what a supporter has settled stays settled. */
  async withdraw(id: string): Promise<void> {
    await deleteQuestion(this.database, { id });
  }

  /** Questions that wait, the latest first. */
  async waiting(filter: { language: Language; limit: number }): Promise<UnansweredQuestion[]> {
    const rows = await this.database
      .selectFrom('unanswered_question')
      .selectAll()
      .where('settled_at', 'is', null)
      .where('language', '=', filter.language)
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(filter.limit)
      .execute();
    return rows.map(toQuestion);
  }

  /** The questions of some ids that still wait. */
  async find(ids: readonly string[]): Promise<UnansweredQuestion[]> {
    if (ids.length === 0) return [];
    const rows = await this.database
      .selectFrom('unanswered_question')
      .selectAll()
      .where('id', 'in', ids)
      .where('settled_at', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map(toQuestion);
  }

  /** How many wait, by language. */
  async counts(): Promise<ReadonlyMap<Language, number>> {
    const rows = await this.database
      .selectFrom('unanswered_question')
      .select(({ fn }) => ['language', fn.countAll<number | string>().as('count')])
      .where('settled_at', 'is', null)
      .groupBy('language')
      .execute();
    return new Map(rows.map(({ language, count }) => [language, Number(count)]));
  }

  /** Takes questions off the queue, for good; what was settled before stays as it was. */
  async settle(ids: readonly string[], { by, as }: Settlement): Promise<void> {
    if (ids.length === 0) return;
    await this.database
      .updateTable('unanswered_question')
      .set({ settled_at: this.now().toISOString(), settled_by: by, settled_as: as })
      .where('id', 'in', ids)
      .where('settled_at', 'is', null)
      .execute();
  }

  /** Lets the questions of a change that came to nothing wait again. */
  async reopen(settledAs: string): Promise<void> {
    await this.database
      .updateTable('unanswered_question')
      .set({ settled_at: null, settled_by: null, settled_as: null })
      .where('settled_as', '=', settledAs)
      .execute();
  }
}

function toRow(question: UnansweredQuestion): QuestionRow {
  const { candidates, contentVersion, secondOpinion: _none, ...columns } = question;
  return { ...columns, candidates: JSON.stringify(candidates), content_version: contentVersion };
}

function toQuestion(row: Selectable<UnansweredQuestionTable>): UnansweredQuestion {
  const { id, at, conversation, person, channel, language, text } = row;
  return {
    ...{ id, at, conversation, person, channel, language, text },
    reason: z.enum(UNANSWERED_REASONS).parse(row.reason),
    candidates: candidatesSchema.parse(JSON.parse(row.candidates)),
    contentVersion: row.content_version,
    secondOpinion:
      row.second_opinion === null
        ? undefined
        : secondOpinionSchema.parse(JSON.parse(row.second_opinion)),
  };
}
