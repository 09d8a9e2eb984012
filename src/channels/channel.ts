import type { Activity } from 'botbuilder';
import type { Reply } from '../core/reply';

/** Port: how a channel shows what the bot says. */
export interface Channel {
  /** Turns a channel-neutral reply into activities, at least one, in order. Pure; words come with the reply. */
  render(reply: Reply): readonly [Partial<Activity>, ...Partial<Activity>[]];
}
