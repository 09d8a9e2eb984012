import type { TurnContext } from 'botbuilder';
import { createHash } from 'node:crypto';

/** A stable key for whoever writes on a channel, that doesn't tell who it is. */
export function personKey({ activity }: TurnContext): string {
  return personKeyOf(activity.channelId, activity.from.id);
}

/** The same key from the channel's own id of the person. */
export function personKeyOf(channelId: string, userId: string): string {
  const id = JSON.stringify([channelId, userId]);
  return createHash('sha256').update(id).digest('base64url').slice(0, 22);
}
