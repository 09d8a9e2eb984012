import { sql } from 'kysely';
import type { Clock } from '../core/clock';
import { steadyClock } from '../core/steady-clock';
import type { Database } from './database';
import { isOnPostgres } from './is-on-postgres';

const LOOK_MS = 60_000;

/**
 * The clock that all who serve from a database go by: PostgreSQL's own, looked at every minute, so that a machine whose clock
 * is wrong takes nobody else's work for overdue. On SQLite there is one machine, and its clock.
 */
export async function sharedClock(database: Database): Promise<Clock> {
  if (!isOnPostgres(database)) return () => new Date();
  let ahead = await readAhead(database);
  let lookedAt = performance.now();
  return () => {
    if (performance.now() - lookedAt > LOOK_MS) {
      lookedAt = performance.now();
      // While the database is away, time runs on.
      readAhead(database).then(
        (found) => (ahead = found),
        () => undefined,
      );
    }
    return new Date(steadyClock().getTime() + ahead);
  };
}

/** Milliseconds by which the server's clock is ahead of the steady one here. */
async function readAhead(database: Database): Promise<number> {
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(database);
  const { at = new Date() } = rows[0] ?? {};
  return at.getTime() - steadyClock().getTime();
}
