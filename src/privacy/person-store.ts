import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Schema } from '../storage/schema';
import type { Person } from './person';
import { aliasesInReference, aliasInChat, aliasInState, withName, type Alias } from './alias';
import { TABLE_RULES } from './table-rules';

type Row = Readonly<Record<string, unknown>>;

/** How Teams begins the ids of group chats and channels, whoever has said something there. */
const TEAMS_GROUP = '19:';

/** Finds people in the database, and what it holds of them. */
export class PersonStore {
  constructor(private readonly database: Kysely<Schema>) {}

  /**
   * The person with a name: a channel's user id, a host site's id or e-mail address of a visitor, the e-mail address or
   * number ("T-1042") of a ticket, an object id of Entra ID, or a person key. Undefined when nobody has it.
   */
  async find(name: string): Promise<Person | undefined> {
    const aliases = await this.#aliases();
    const keys = new Set(withName(aliases, name).map(({ key }) => key));
    if (keys.size === 0 && (await this.#hasEvents(name))) keys.add(name);
    return keys.size === 0 ? undefined : this.#gather([...keys], aliases);
  }

  /** A person who was found before, by all that is known of them now. */
  async findAgain({ person }: Person): Promise<Person> {
    return this.#gather(person, await this.#aliases());
  }

  /** Every row that a table holds of a person. */
  async rows(table: keyof Schema, person: Person): Promise<readonly Row[]> {
    const { owner } = TABLE_RULES[table];
    if (owner === undefined) return [];
    const [column, kind] = owner;
    const ids = person[kind];
    if (ids.length === 0) return [];
    const query = sql<Row>`select * from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(ids)})`;
    return (await query.execute(this.database)).rows;
  }

  async #gather(keys: readonly string[], everybody: readonly Alias[]): Promise<Person> {
    const aliases = everybody.filter(({ key }) => keys.includes(key));
    const all = new Set([
      ...(await this.#conversationsOf(keys)),
      ...aliases.flatMap(({ conversation }) => conversation ?? []),
    ]);
    const shared = new Set(await this.#withOthers([...all], keys));
    const conversation = [...all].filter((id) => !shared.has(id));
    const channels = [...new Set(aliases.map(({ channel }) => channel))];
    const statesOf = (conversations: readonly string[]) =>
      channels.flatMap((channel) => conversations.map((id) => `${channel}/conversations/${id}/`));
    const tickets = await this.database
      .selectFrom('ticket')
      .select('number')
      .where('person', 'in', keys)
      .execute();
    const visits = await this.database
      .selectFrom('visit')
      .select('id')
      .where('person', 'in', keys)
      .execute();
    return {
      person: keys,
      conversation,
      shared: [...shared],
      state: [
        ...aliases.map(({ channel, user }) => `${channel}/users/${user}/`),
        ...statesOf(conversation),
      ],
      sharedState: statesOf([...shared]),
      ticket: tickets.map(({ number }) => number),
      sharedTicket: everybody
        .filter(({ key, conversation: id }) => !keys.includes(key) && shared.has(id ?? ''))
        .flatMap(({ ticket }) => ticket ?? []),
      visit: visits.map(({ id }) => id),
    };
  }

  /** Every pair of channel and user that some table names, with the other names of that user. */
  async #aliases(): Promise<readonly Alias[]> {
    const { database } = this;
    const states = await database
      .selectFrom('state')
      .select(['key', 'document'])
      .where('key', 'like', '%/users/%')
      .execute();
    const chats = await database
      .selectFrom('direct_line_conversation')
      .select(['id', 'user_id', 'visitor'])
      .execute();
    const references = await database
      .selectFrom('conversation_reference')
      .select(['person', 'reference'])
      .execute();
    const tickets = await database
      .selectFrom('ticket')
      .select(['number', 'person', 'reference', 'email'])
      .execute();
    return [
      ...states.flatMap(aliasInState),
      ...chats.map(aliasInChat),
      ...references.flatMap(aliasesInReference),
      ...tickets.flatMap(aliasesInReference),
    ];
  }

  async #hasEvents(key: string): Promise<boolean> {
    const row = await this.database
      .selectFrom('event')
      .select('id')
      .where('person', '=', key)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  async #conversationsOf(keys: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database
      .selectFrom('event')
      .select('conversation')
      .distinct()
      .where('person', 'in', keys)
      .execute();
    return rows.map(({ conversation }) => conversation);
  }

  async #withOthers(
    conversations: readonly string[],
    keys: readonly string[],
  ): Promise<readonly string[]> {
    if (conversations.length === 0) return [];
    const rows = await this.database
      .selectFrom('event')
      .select('conversation')
      .distinct()
      .where('conversation', 'in', conversations)
      .where('person', 'not in', keys)
      .execute();
    const withOthers = new Set(rows.map(({ conversation }) => conversation));
    return conversations.filter((id) => withOthers.has(id) || id.startsWith(TEAMS_GROUP));
  }
}
