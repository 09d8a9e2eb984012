import type { Compilable, CompiledQuery, Kysely, QueryResult } from 'kysely';
import { isOnPostgres } from './is-on-postgres';
import type { Schema } from './schema';

/** Stands in a query for a value that is given when it is run. */
class Gap {
  constructor(readonly name: string) {}
}

/** Any property of it is a stand-in of that name. */
const GAPS: object = new Proxy({}, { get: (_, name) => new Gap(String(name)) });

/**
 * A query that is put together and compiled once for each kind of database: for what runs in every turn, where that takes
 * longer than running it. `build` gets stand-ins for the values, which it may only put where values go.
 */
export function prepare<Values extends object, Row = unknown>(
  build: (database: Kysely<Schema>, values: Values) => Compilable<Row>,
): (database: Kysely<Schema>, values: Values) => Promise<QueryResult<Row>> {
  const compiled = new Map<boolean, CompiledQuery<Row>>();
  return (database, values) => {
    const kind = isOnPostgres(database);
    const query = compiled.get(kind) ?? build(database, GAPS as Values).compile();
    compiled.set(kind, query);
    const given = new Map<string, unknown>(Object.entries(values));
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Gap ? given.get(parameter.name) : parameter,
    );
    return database.executeQuery({ ...query, parameters });
  };
}
