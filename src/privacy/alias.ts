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
  /** Number of the ticket that names them. */
  readonly ticket?: number | undefined;
}

const referenceSchema = z.object({
  channelId: z.string(),
  user: z.object({ id: z.string(), aadObjectId: z.string().optional() }),
  conversation: z.object({ id: z.string() }),
});
const visitorSchema = z.object({ subject: z.string(), email: z.string().optional() });
const vouchedSchema = z.object({ vouched: z.object({ visitor: visitorSchema }) });

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
  return { ...toAlias('directline', chat.user_id, namesOf(visitor)), conversation: chat.id };
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
  return [{ ...alias, key: row.person, conversation: conversation.id, ticket: row.number }];
}

/** The user whose state is kept under a key of the Bot Framework; Azure's Direct Line has the visitor beside it. */
export function aliasInState(row: {
  readonly key: string;
  readonly document: string;
}): readonly Alias[] {
  const [, channel, user] = /^([^/]*)\/users\/(.*)\/$/s.exec(row.key) ?? [];
  if (channel === undefined || user === undefined) return [];
  const { vouched } = vouchedSchema.safeParse(JSON.parse(row.document)).data ?? {};
  return [toAlias(channel, user, namesOf(vouched?.visitor))];
}

/**
 * Those among users who have a name. A channel's ids are told apart by case; only where none is the same to the letter does
 * case play no part, as in an e-mail address.
 */
export function withName(aliases: readonly Alias[], name: string): readonly Alias[] {
  const exactly = aliases.filter(({ key, user }) => key === name || user === name);
  if (exactly.length > 0) return exactly;
  const wanted = name.toLowerCase();
  return aliases.filter(({ user, names }) =>
    [user, ...names].some((own) => own.toLowerCase() === wanted),
  );
}

function namesOf(visitor: z.infer<typeof visitorSchema> | undefined): readonly string[] {
  return [visitor?.subject, visitor?.email].filter((name) => name !== undefined);
}
