import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { StorageError } from '../core/errors';

/** Passes an error on, and makes one where the driver has none. */
export function throwError(error: unknown): never {
  throw error instanceof Error ? error : new StorageError('Connection terminated.');
}

/** A connection to a PostgreSQL server. The driver's own rejects with nothing at all when it breaks while it is being closed. */
export class SteadyConnection implements PostgresPoolClient {
  constructor(private readonly client: PostgresPoolClient) {}

  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(statement: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(statement: string | PostgresCursor<R>, values: readonly unknown[] = []) {
    if (typeof statement !== 'string') return this.client.query(statement);
    return this.client.query<R>(statement, values).catch(throwError);
  }

  release(): void {
    this.client.release();
  }
}
