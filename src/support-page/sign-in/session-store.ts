import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Clock } from '../../core/clock';
import type { Schema } from '../../storage/schema';
import type { Supporter } from '../page';

/** A working day: then one signs in again. */
export const SESSION_HOURS = 10;

/** Who is signed in. The database knows a session by the hash of its token only. */
export class SessionStore {
  readonly #database: Kysely<Schema>;
  readonly #now: Clock;

  constructor(database: Kysely<Schema>, now: Clock) {
    this.#database = database;
    this.#now = now;
  }

  /** Begins a session and gives its token, which is not kept anywhere. */
  async begin({ id, name }: Supporter): Promise<string> {
    const now = this.#now().getTime();
    const token = randomBytes(32).toString('base64url');
    await this.#database
      .deleteFrom('support_session')
      .where('expires_at', '<=', new Date(now).toISOString())
      .execute();
    await this.#database
      .insertInto('support_session')
      .values({
        id: hashOf(token),
        supporter: id,
        name,
        expires_at: new Date(now + SESSION_HOURS * 3_600_000).toISOString(),
      })
      .execute();
    return token;
  }

  /** Who has the session of a token; undefined when it has ended. */
  async find(token: string): Promise<Supporter | undefined> {
    const row = await this.#database
      .selectFrom('support_session')
      .select(['supporter', 'name'])
      .where('id', '=', hashOf(token))
      .where('expires_at', '>', this.#now().toISOString())
      .executeTakeFirst();
    return row && { id: row.supporter, name: row.name };
  }

  async end(token: string): Promise<void> {
    await this.#database.deleteFrom('support_session').where('id', '=', hashOf(token)).execute();
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
