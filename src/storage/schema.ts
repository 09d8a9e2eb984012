import type { Generated } from 'kysely';

/** Bot Framework state: one JSON document a key, guarded by an eTag. */
export interface StateTable {
  readonly key: string;
  readonly document: string;
  readonly etag: string;
  /** ISO 8601 instant. */
  readonly updated_at: string;
}

/** Migrations that have run, in order. */
export interface MigrationTable {
  readonly name: string;
  readonly applied_at: Generated<string>;
}

/** All tables. Times are ISO 8601 instants in UTC; JSON is text, so that SQLite and PostgreSQL agree. */
export interface Schema {
  readonly migration: MigrationTable;
  readonly state: StateTable;
}
