import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import { isOnPostgres } from './is-on-postgres';
import type { Schema } from './schema';

/** Rows that one statement takes at most. */
const MOST_ROWS = 16;

/** Stands in a query for a value that is given when it is run. */
class Gap {
  constructor(
    readonly name: string,
    readonly place: number,
  ) {}
}

type Query<Values, Row> = (
  database: Kysely<Schema>,
  rows: readonly Values[],
) => Promise<QueryResult<Row>>;

/**
 * A query that is put together and compiled once for each kind of database: for what runs in every turn, where that takes
 * longer than running it. `build` gets stand-ins for the values, which it may only put where values go.
 */
export function prepare<Values extends object, Row = unknown>(
  build: (database: Kysely<Schema>, values: Values) => Compilable<Row>,
): (database: Kysely<Schema>, values: Values) => Promise<QueryResult<Row>> {
  const run = compileOnce(1, (database, [values]: readonly [Values]) => build(database, values));
  return (database, values) => run(database, [values]);
}

/**
 * The same for any number of rows, written or asked for together: with each statement goes much that doesn't depend on its
 * size. Gives what came of each statement.
 */
export function prepareRows<Values extends object, Row = unknown>(
  build: (database: Kysely<Schema>, rows: readonly Values[]) => Compilable<Row>,
): (database: Kysely<Schema>, rows: readonly Values[]) => Promise<readonly QueryResult<Row>[]> {
  const sizes = Array.from({ length: MOST_ROWS }, (_, index) => compileOnce(index + 1, build));
  return async (database, rows) => {
    const results: QueryResult<Row>[] = [];
    for (let start = 0; start < rows.length; start += MOST_ROWS) {
      const some = rows.slice(start, start + MOST_ROWS);
      const run = sizes[some.length - 1];
      if (run !== undefined) results.push(await run(database, some));
    }
    return results;
  };
}

function compileOnce<Rows extends readonly object[], Row>(
  size: number,
  build: (database: Kysely<Schema>, rows: Rows) => Compilable<Row>,
): Query<Rows[number], Row> {
  const compiled = new Map<boolean, CompiledQuery<Row>>();
  return (database, rows) => {
    const kind = isOnPostgres(database);
    const query = compiled.get(kind) ?? build(database, gaps(size) as unknown as Rows).compile();
    compiled.set(kind, query);
    const parameters = query.parameters.map((parameter): unknown =>
      parameter instanceof Gap
        ? Reflect.get(rows[parameter.place] ?? {}, parameter.name)
        : parameter,
    );
    return database.executeQuery({ ...query, parameters });
  };
}

/** Rows of which any property is a stand-in of that name. */
function gaps(size: number): readonly object[] {
  return Array.from(
    { length: size },
    (_, place) => new Proxy({}, { get: (_target, name) => new Gap(String(name), place) }),
  );
}
