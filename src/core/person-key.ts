import { createHash } from 'node:crypto';

/** A stable key for a channel's user that doesn't tell who it is: 22 characters. */
export function personKeyOf(channelId: string, userId: string): string {
  const id = JSON.stringify([channelId, userId]);
  return createHash('sha256').update(id).digest('base64url').slice(0, 22);
}
