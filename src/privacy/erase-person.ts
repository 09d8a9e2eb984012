import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { ticketName } from '../core/ticket';
import { scrub } from '../storage/scrub';
import type { Database } from '../storage/database';
import { LedgerStore } from '../support/outcomes/ledger-store';
import { ErasingStore } from './erasing-store';
import { withoutPeople } from './forget-events';
import type { Person } from './person';
import { PersonStore } from './person-store';
import { tableNames } from './table-names';

/** A turn that has begun is over, and has kept what it keeps, after so long. */
const TURN_MS = 3000;

export interface ErasingOptions {
  /** IANA name of the zone in which the ledger counts days. */
  readonly timeZone: string;
  readonly newId?: (() => string) | undefined;
  /** Resolves when the turns that have begun are over; by default three seconds later. */
  readonly turnsAreOver?: (() => Promise<unknown>) | undefined;
}

/** What erasing a person came to. */
export interface Erasure {
  /** Rows deleted, by table. */
  readonly deleted: Readonly<Record<string, number>>;
  /** Tickets emptied, as people see their numbers. */
  readonly emptied: readonly string[];
  /** Tickets that other systems got or may have got: what they hold must be erased there. The reference is theirs, empty where unknown. */
  readonly elsewhere: readonly { readonly ticket: string; readonly reference: string }[];
}

/**
 * Erases a person from every table: conversations, state and addresses are deleted, tickets emptied, and events left as
 * figures that lead to nobody; twice, before and after the turns that are under way. Undefined when nobody has that name; see
 * {@link PersonStore.find}. Safe to repeat.
 */
export async function erasePerson(
  database: Database,
  name: string,
  { timeZone, newId = randomUUID, turnsAreOver = () => setTimeout(TURN_MS) }: ErasingOptions,
): Promise<Erasure | undefined> {
  const people = new PersonStore(database);
  const person = await people.find(name);
  if (person === undefined) return undefined;
  const erase = { database, ledger: new LedgerStore(database, timeZone), nobody: newId(), newId };
  const first = await eraseAll(person, erase);
  // A turn that was under way may have kept what it knew.
  await turnsAreOver();
  const second = await eraseAll(await people.findAgain(person), erase);
  await scrub(database);
  return {
    deleted: Object.fromEntries(
      tableNames().flatMap((table) => {
        const count = (first.deleted.get(table) ?? 0) + (second.deleted.get(table) ?? 0);
        return count === 0 ? [] : [[table, count]];
      }),
    ),
    emptied: [...first.emptied, ...second.emptied].map(nameOf),
    elsewhere: Array.from([...first.elsewhere, ...second.elsewhere], ([number, reference]) => ({
      ticket: nameOf(number),
      reference,
    })),
  };
}

interface Erasing {
  readonly database: Database;
  readonly ledger: LedgerStore;
  readonly nobody: string;
  readonly newId: () => string;
}

async function eraseAll(person: Person, { database, ledger, nobody, newId }: Erasing) {
  const store = new ErasingStore(database);
  const elsewhere = await store.deliveries([...person.ticket, ...person.sharedTicket]);
  await store.emptyTickets(person.ticket);
  await store.emptyTranscripts(person.sharedTicket);
  for (const conversation of [...person.conversation, ...person.shared])
    await ledger.rewrite(
      conversation,
      withoutPeople(person.person, { person: nobody, conversation: newId() }),
    );
  const deleted = new Map<string, number>();
  for (const table of tableNames().toReversed())
    deleted.set(table, await store.deleteRows(table, person));
  return { deleted, emptied: person.ticket, elsewhere };
}

function nameOf(number: number): string {
  return ticketName({ number });
}
