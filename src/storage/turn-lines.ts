import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { TranscriptLine } from '../core/ticket';
import type { TurnLines } from '../core/turn-record';
import { prepareRows } from './prepare';
import type { Schema, TurnLinesTable } from './schema';

/** Turns whose lines are kept of a conversation: their places are used over and over. */
const PLACES = 40;

const linesSchema = z.array(
  z.object({ from: z.enum(['person', 'bot']), text: z.string(), at: z.string() }),
);
const put = prepareRows<TurnLinesTable>((database, rows) =>
  database
    .insertInto('turn_lines')
    .values(
      rows.map(({ conversation, place, turn, at, lines }) => ({
        ...{ conversation, place, turn, at, lines },
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['conversation', 'place']).doUpdateSet((values) => ({
        turn: values.ref('excluded.turn'),
        at: values.ref('excluded.at'),
        lines: values.ref('excluded.lines'),
      })),
    ),
);

/** Keeps what was said in turns, in place of the lines of turns long past. */
export async function writeLines(
  database: Kysely<Schema>,
  turns: readonly TurnLines[],
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const rows = turns.map(({ conversation, turn, lines }) => ({
    ...{ conversation, turn, place: turn % PLACES, lines: JSON.stringify(lines), at },
  }));
  await put(database, rows);
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
