import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { TranscriptLine } from '../core/ticket';
import type { TurnLines } from '../core/turn-record';
import { prepare } from './prepare';
import type { Schema, TurnLinesTable } from './schema';

/** Turns whose lines are kept of a conversation: their places are used over and over. */
const PLACES = 40;

const linesSchema = z.array(
  z.object({ from: z.enum(['person', 'bot']), text: z.string(), at: z.string() }),
);
const put = prepare<TurnLinesTable>((database, { conversation, place, turn, at, lines }) =>
  database
    .insertInto('turn_lines')
    .values({ conversation, place, turn, at, lines })
    .onConflict((conflict) =>
      conflict.columns(['conversation', 'place']).doUpdateSet({ turn, at, lines }),
    ),
);

/** Keeps what was said in a turn, in place of the lines of a turn long past. */
export async function writeLines(
  database: Kysely<Schema>,
  { conversation, turn, lines }: TurnLines,
  now: Date,
): Promise<void> {
  const row = { conversation, turn, place: turn % PLACES, lines: JSON.stringify(lines) };
  await put(database, { ...row, at: now.toISOString() });
}

/** The lines of the last turns of a conversation from an instant on, oldest first. */
export async function readLines(
  database: Kysely<Schema>,
  conversation: string,
  instant: string,
): Promise<readonly TranscriptLine[]> {
  const rows = await database
    .selectFrom('turn_lines')
    .select('lines')
    .where('conversation', '=', conversation)
    .where('at', '>=', instant)
    .orderBy('turn')
    .execute();
  return rows.flatMap(({ lines }) => linesSchema.parse(JSON.parse(lines)));
}
