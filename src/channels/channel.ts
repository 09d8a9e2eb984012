import type { Activity } from 'botbuilder';
import type { Reply } from '../core/reply';

/** Port: how a channel shows what the bot says. */
export interface Channel {
  /** Turns channel-neutral replies into activities, in order. Pure; words come with the replies. */
  render(reply: Reply): Partial<Activity>;
}
