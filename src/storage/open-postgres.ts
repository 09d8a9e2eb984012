import { PostgresDialect } from 'kysely';
import { Pool, TypeOverrides, types } from 'pg';
import { SteadyConnection, throwError } from './steady-connection';

/** More are seldom faster: a turn waits for the disk of the server, not for a connection. */
const MOST_CONNECTIONS = 10;
const CONNECT_MS = 5000;
/** A server that says nothing for so long is taken to be gone. */
const ANSWER_MS = 30_000;
/** Nothing here holds a lock for so long: whoever does, such as a tool, keeps people waiting, and they are told. */
const LOCK_MS = 5000;

/** Counts and sums come as 64-bit numbers, which the driver would give as text: here they are numbers, as SQLite's are. */
const numbers = new TypeOverrides();
numbers.setTypeParser(types.builtins.INT8, Number);
numbers.setTypeParser(types.builtins.NUMERIC, Number);

/** Opens connections to a PostgreSQL server as they are needed. Its times can be set in the URL too, such as `lock_timeout`. */
export function openPostgres(url: string): PostgresDialect {
  const pool = new Pool({
    ...{ connectionString: url, application_name: 'partner-benefits-bot', keepAlive: true },
    ...{ max: MOST_CONNECTIONS, connectionTimeoutMillis: CONNECT_MS, query_timeout: ANSWER_MS },
    ...{ lock_timeout: LOCK_MS, idle_in_transaction_session_timeout: ANSWER_MS, types: numbers },
  });
  // A connection may break between two statements of a transaction; the next of them says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  // An idle connection that breaks is replaced by the next that is needed; whoever needs it hears if none is to be had.
  pool.on('error', () => undefined);
  return new PostgresDialect({
    pool: {
      connect: async () => new SteadyConnection(await pool.connect().catch(throwError)),
      end: () => pool.end(),
    },
  });
}
