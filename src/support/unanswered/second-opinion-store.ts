import type { Kysely } from 'kysely';
import type { Clock } from '../../core/clock';
import type { Language } from '../../core/language';
import type { SecondOpinion } from '../../core/second-opinion';
import type { Schema } from '../../storage/schema';

/** A question that waits for a second opinion. */
export interface OpenQuestion {
  readonly id: string;
  readonly language: Language;
  /** Redacted by the local patterns. */
  readonly text: string;
  /** How often an opinion was tried for. */
  readonly looks: number;
}

/** Keeps second opinions next to the questions that they are about. */
export class SecondOpinionStore {
  constructor(
    private readonly database: Kysely<Schema>,
    private readonly now: Clock,
  ) {}

  /** Questions of one language that wait for an opinion and for a supporter, those least tried for first. */
  async open(limit: number): Promise<readonly OpenQuestion[]> {
    const rows = await this.database
      .selectFrom('unanswered_question')
      .select(['id', 'language', 'text', 'looks'])
      .where('looked_at', 'is', null)
      .where('settled_at', 'is', null)
      .orderBy('looks')
      .orderBy('at')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.filter(({ language }) => language === rows[0]?.language);
  }

  /** Keeps an opinion with the text as it is redacted now; a final one isn't asked for again. */
  async keep(
    id: string,
    { text, opinion, isFinal }: { text: string; opinion: SecondOpinion; isFinal: boolean },
  ): Promise<void> {
    await this.database
      .updateTable('unanswered_question')
      .set((row) => ({
        ...{ text, second_opinion: JSON.stringify(opinion) },
        looks: row('looks', '+', 1),
        looked_at: isFinal ? this.now().toISOString() : null,
      }))
      .where('id', '=', id)
      .execute();
  }
}
