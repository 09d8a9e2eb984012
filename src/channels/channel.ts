import type { Activity } from 'botbuilder';
import type { Rating, Reply } from '../core/reply';

/** Port: how a channel shows what the bot says. */
export interface Channel {
  /** Turns a channel-neutral reply into activities, at least one, in order. Pure; words come with the reply. */
  render(reply: Reply): readonly [Partial<Activity>, ...Partial<Activity>[]];
  /** Address of the private chat with the bot, the message ready to be sent there; undefined where there is no such thing. */
  privateChat?(activity: Partial<Activity>, message: string): string | undefined;
  /** The rating that an activity is; undefined for any other. */
  readRating?(activity: Partial<Activity>): Rating | undefined;
}
