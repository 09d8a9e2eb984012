import type { CompiledQuery, QueryResult } from 'kysely';
import type LibsqlDatabase from 'libsql';
import { isWrite } from './is-write';

/** Statements kept; a bot has about a hundred. */
const LIMIT = 500;

const QUERIES: ReadonlySet<string> = new Set([
  'SelectQueryNode',
  'InsertQueryNode',
  'UpdateQueryNode',
  'DeleteQueryNode',
]);

interface Prepared {
  readonly statement: LibsqlDatabase.Statement;
  /** Whether it gives rows; asking costs as much as running it. */
  readonly isReader: boolean;
}

/** Runs statements, each prepared once. */
export class StatementCache {
  readonly #statements = new Map<string, Prepared>();

  constructor(private readonly database: LibsqlDatabase.Database) {}

  run<R>(compiled: CompiledQuery): QueryResult<R> {
    const { sql, parameters, query } = compiled;
    const { statement, isReader } = QUERIES.has(query.kind) ? this.#prepared(sql) : this.#anew(sql);
    if (isReader) return { rows: statement.all(parameters) as R[] };
    // A prepared one that meets a locked file stays under way, and no transaction can begin any more.
    if (!isWrite(compiled)) {
      this.database.exec(sql);
      return { rows: [] };
    }
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepared(sql: string): Prepared {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= LIMIT) this.#statements.clear();
    const prepared = this.#prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }

  /** What is no query may change the schema, and with it what the others mean. */
  #anew(sql: string): Prepared {
    this.#statements.clear();
    return this.#prepare(sql);
  }

  #prepare(sql: string): Prepared {
    const statement = this.database.prepare(sql);
    return { statement, isReader: statement.reader };
  }
}
