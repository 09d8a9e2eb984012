import type { TurnContext } from 'botbuilder';
import { personKeyOf } from '../core/person-key';

/** The {@link personKeyOf key} of whoever a turn is by. */
export function personKey({ activity }: TurnContext): string {
  return personKeyOf(activity.channelId, activity.from.id);
}
