import type { CompiledQuery, QueryResult } from 'kysely';
import type LibsqlDatabase from 'libsql';

/** Statements kept; a bot has about a hundred. */
const LIMIT = 500;

const QUERIES: ReadonlySet<string> = new Set([
  'SelectQueryNode',
  'InsertQueryNode',
  'UpdateQueryNode',
  'DeleteQueryNode',
]);

/** Runs statements, each prepared once. */
export class StatementCache {
  readonly #statements = new Map<string, LibsqlDatabase.Statement>();

  constructor(private readonly database: LibsqlDatabase.Database) {}

  run<R>({ sql, parameters, query }: CompiledQuery): QueryResult<R> {
    const statement = QUERIES.has(query.kind) ? this.#prepared(sql) : this.#anew(sql);
    if (statement.reader) return { rows: statement.all(parameters) as R[] };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  #prepared(sql: string): LibsqlDatabase.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= LIMIT) this.#statements.clear();
    const statement = this.database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** What is no query may change the schema, and with it what the others mean. */
  #anew(sql: string): LibsqlDatabase.Statement {
    this.#statements.clear();
    return this.database.prepare(sql);
  }
}
