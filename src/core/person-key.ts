import { createHash } from 'node:crypto';
import { remember } from './remember';

/** Whoever writes is asked for several times a turn. */
const hashed = remember((id) => createHash('sha256').update(id).digest('base64url').slice(0, 22));

/** A stable key for a channel's user that doesn't tell who it is: 22 characters. */
export function personKeyOf(channelId: string, userId: string): string {
  return hashed(JSON.stringify([channelId, userId]));
}
