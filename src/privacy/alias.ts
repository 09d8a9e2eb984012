import { z } from 'zod';
import { personKeyOf } from '../core/person-key';
import { ticketName } from '../core/ticket';

/** One user of one channel, with the names by which people may look for them. */
export interface Alias {
  readonly key: string;
  readonly channel: string;
  readonly user: string;
  readonly names: readonly string[];
  readonly conversation?: string | undefined;
}

const referenceSchema = z.object({
  channelId: z.string(),
  user: z.object({ id: z.string(), aadObjectId: z.string().optional() }),
  conversation: z.object({ id: z.string() }),
});
const visitorSchema = z.object({ subject: z.string(), email: z.string().optional() });

/** A user without other names. */
export function toAlias(channel: string, user: string, names: readonly string[] = []): Alias {
  return { key: personKeyOf(channel, user), channel, user, names };
}

/** The user of a conversation of the embedded Direct Line, by the names that a host site vouches for. */
export function aliasInChat(chat: {
  readonly id: string;
  readonly user_id: string;
  readonly visitor: string | null;
}): Alias {
  const visitor = visitorSchema.safeParse(JSON.parse(chat.visitor ?? 'null')).data;
  const names = [visitor?.subject, visitor?.email].filter((name) => name !== undefined);
  return { ...toAlias('directline', chat.user_id, names), conversation: chat.id };
}

/** Whom a conversation reference leads to; a ticket's is also found by its number and its e-mail address. */
export function aliasesInReference(row: {
  readonly person: string;
  readonly reference: string;
  readonly number?: number;
  readonly email?: string | null;
}): readonly Alias[] {
  const reference = referenceSchema.safeParse(JSON.parse(row.reference)).data;
  if (reference === undefined) return [];
  const { channelId: channel, user, conversation } = reference;
  const names = [
    user.aadObjectId,
    row.email ?? undefined,
    row.number === undefined ? undefined : ticketName({ number: row.number }),
  ].filter((name) => name !== undefined);
  const alias = toAlias(channel, user.id, names);
  return [{ ...alias, key: row.person, conversation: conversation.id }];
}

/** Whether a name is one of a user's; case plays no part. */
export function isNamed({ key, user, names }: Alias, name: string): boolean {
  const wanted = name.toLowerCase();
  return key === name || [user, ...names].some((own) => own.toLowerCase() === wanted);
}
