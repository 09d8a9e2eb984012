import { Channels, type Storage } from 'botbuilder';
import { z } from 'zod';
import type { KnownVisitors, Seat } from '../core/known-visitors';
import type { Visitor } from '../core/visitor';

const kept = z.object({
  vouched: z.object({
    conversation: z.string(),
    visitor: z.object({
      subject: z.string(),
      issuer: z.string(),
      name: z.string().exactOptional(),
      email: z.string().exactOptional(),
      company: z.string().exactOptional(),
    }),
  }),
});

/** Keeps visitors with what else is remembered of a user, so that it is forgotten with it. */
export class KnownVisitorStore implements KnownVisitors {
  constructor(private readonly storage: Storage) {}

  async keep(seat: Seat, visitor: Visitor): Promise<void> {
    const key = keyOf(seat);
    const document = z.looseObject({}).parse((await this.storage.read([key]))[key] ?? {});
    const vouched = { conversation: seat.conversation, visitor };
    await this.storage.write({ [key]: { ...document, vouched } });
  }

  async find(seat: Seat): Promise<Visitor | undefined> {
    const key = keyOf(seat);
    const { vouched } = kept.safeParse((await this.storage.read([key]))[key]).data ?? {};
    return vouched?.conversation === seat.conversation ? vouched.visitor : undefined;
  }
}

/** The key under which the Bot Framework keeps the state of a user. */
function keyOf({ user }: Seat): string {
  return `${Channels.Directline}/users/${user}/`;
}
