import type { Database } from '../storage/database';
import { LedgerStore } from '../support/outcomes/ledger-store';
import { PersonStore } from './person-store';
import { TABLE_RULES } from './table-rules';
import { tableNames } from './table-names';

/** Everything that the database holds of a person: rows by table, their JSON columns parsed. */
export type PersonalData = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/**
 * Gives everything that the database holds of a person, the figures of what just happened included; undefined when it
 * knows nobody by that name. See {@link PersonStore.find} for what a name may be. What was said in a group with others is
 * not part of it.
 *
 * @param timeZone IANA name of the zone in which the ledger counts days.
 */
export async function exportPerson(
  database: Database,
  name: string,
  { timeZone }: { readonly timeZone: string },
): Promise<PersonalData | undefined> {
  await new LedgerStore(database, timeZone).catchUp();
  const store = new PersonStore(database);
  const person = await store.find(name);
  if (person === undefined) return undefined;
  const tables = await Promise.all(
    tableNames().map(async (table) => [table, await store.rows(table, person)] as const),
  );
  return Object.fromEntries(
    tables
      .filter(([table]) => TABLE_RULES[table].owner !== undefined)
      .map(([table, rows]) => [table, rows.map(readable)]),
  );
}

function readable(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, parsed(value)]));
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
