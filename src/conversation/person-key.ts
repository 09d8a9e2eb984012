import type { TurnContext } from 'botbuilder';
import { createHash } from 'node:crypto';

/** A stable key for whoever writes on a channel, that doesn't tell who it is. */
export function personKey({ activity }: TurnContext): string {
  const { channelId, from } = activity;
  const id = JSON.stringify([channelId, from.id]);
  return createHash('sha256').update(id).digest('base64url').slice(0, 22);
}
