import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import type { Clock } from '../../core/clock';
import type { Lesson } from '../../core/lesson';
import type { LearningChangeTable, Schema } from '../../storage/schema';
import {
  CHANGE_STATES,
  type ChangeState,
  type ChangeStep,
  type LearningChange,
} from './learning-change';
import { trialSchema, type Trial } from './trial';

const historySchema: z.ZodType<readonly ChangeStep[]> = z.array(
  z.object({ state: z.enum(CHANGE_STATES), by: z.string(), at: z.string() }),
);

/** A step that a change shall take. */
export interface Move {
  /** Where the change must be for it. */
  readonly from: ChangeState;
  readonly to: ChangeState;
  readonly by: string;
  readonly trial?: Trial;
}

/** Keeps the changes that supporters propose, with who did what to them. */
export class ChangeStore {
  constructor(
    private readonly database: Kysely<Schema>,
    private readonly now: Clock,
  ) {}

  /** Keeps a new change, about to be tried. */
  async begin(id: string, { language, entry, utterances }: Lesson, by: string): Promise<void> {
    const at = this.now().toISOString();
    await this.database
      .insertInto('learning_change')
      .values({
        ...{ id, language, entry, utterances: JSON.stringify(utterances) },
        ...{ state: 'trying', trial: null, created_at: at },
        history: JSON.stringify([{ state: 'trying', by, at }]),
      })
      .execute();
  }

  /** Takes a step; gives the change as it is then, undefined when it isn't where the step begins. */
  async move(id: string, { from, to, by, trial }: Move): Promise<LearningChange | undefined> {
    const at = this.now().toISOString();
    return this.database.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('learning_change')
        .selectAll()
        .where('id', '=', id)
        .where('state', '=', from)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const history = [...toChange(row).history, { state: to, by, at }];
      const moved = await transaction
        .updateTable('learning_change')
        .set({ state: to, history: JSON.stringify(history) })
        .$if(trial !== undefined, (update) => update.set({ trial: JSON.stringify(trial) }))
        .where('id', '=', id)
        .where('state', '=', from)
        .returningAll()
        .executeTakeFirst();
      return moved && toChange(moved);
    });
  }

  async find(id: string): Promise<LearningChange | undefined> {
    const row = await this.database
      .selectFrom('learning_change')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toChange(row);
  }

  /** Changes in a state, or in any, the latest first. */
  async list(limit: number, state?: ChangeState): Promise<readonly LearningChange[]> {
    let query = this.database
      .selectFrom('learning_change')
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit);
    if (state !== undefined) query = query.where('state', '=', state);
    return (await query.execute()).map(toChange);
  }
}

function toChange(row: Selectable<LearningChangeTable>): LearningChange {
  const { id, language, entry, state, trial } = row;
  const utterances = z.array(z.string()).parse(JSON.parse(row.utterances));
  return {
    ...{ id, lesson: { language, entry, utterances } },
    state: z.enum(CHANGE_STATES).parse(state),
    trial: trial === null ? undefined : trialSchema.parse(JSON.parse(trial)),
    history: historySchema.parse(JSON.parse(row.history)),
  };
}
