import { randomUUID } from 'node:crypto';
import { ticketName } from '../core/ticket';
import { scrub } from '../storage/scrub';
import type { Database } from '../storage/database';
import { LedgerStore } from '../support/outcomes/ledger-store';
import { ErasingStore } from './erasing-store';
import { withoutPeople } from './forget-events';
import { PersonStore } from './person-store';
import { tableNames } from './table-names';

/** What erasing a person came to. */
export interface Erasure {
  /** Rows deleted, by table. */
  readonly deleted: Readonly<Record<string, number>>;
  /** Tickets emptied, as people see their numbers. */
  readonly emptied: readonly string[];
  /** Tickets that other systems got: what they hold must be erased there. The reference is theirs, empty where unknown. */
  readonly elsewhere: readonly { readonly ticket: string; readonly reference: string }[];
}

/**
 * Erases a person from every table: conversations, state and addresses are deleted, tickets emptied, and events left as
 * figures that lead to nobody. Undefined when nobody has that name; see {@link PersonStore.find}. Safe to repeat.
 *
 * @param timeZone IANA name of the zone in which the ledger counts days.
 */
export async function erasePerson(
  database: Database,
  name: string,
  { timeZone, newId = randomUUID }: { readonly timeZone: string; readonly newId?: () => string },
): Promise<Erasure | undefined> {
  const person = await new PersonStore(database).find(name);
  if (person === undefined) return undefined;
  const store = new ErasingStore(database);
  const ledger = new LedgerStore(database, timeZone);
  const elsewhere = await store.deliveries(person.ticket);
  await store.emptyTickets(person.ticket);
  const nobody = newId();
  for (const conversation of [...person.conversation, ...person.shared])
    await ledger.rewrite(
      conversation,
      withoutPeople(person.person, { person: nobody, conversation: newId() }),
    );
  const deleted: [string, number][] = [];
  for (const table of tableNames().toReversed()) {
    const count = await store.deleteRows(table, person);
    if (count > 0) deleted.push([table, count]);
  }
  await scrub(database);
  return {
    deleted: Object.fromEntries(deleted),
    emptied: person.ticket.map((number) => ticketName({ number })),
    elsewhere: [...elsewhere].map(([number, reference]) => ({
      ticket: ticketName({ number }),
      reference,
    })),
  };
}
