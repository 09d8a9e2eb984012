import { digestOf } from './digest';
import { remember } from './remember';

/** Whoever writes is asked for several times a turn. */
const hashed = remember(digestOf);

/** A stable key for a channel's user that doesn't tell who it is: 22 characters. */
export function personKeyOf(channelId: string, userId: string): string {
  return hashed(JSON.stringify([channelId, userId]));
}
