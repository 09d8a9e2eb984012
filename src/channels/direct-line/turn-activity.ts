import type { Activity, ConversationReference } from 'botbuilder';
import type { StoredActivity } from './activity';
import type { Conversation } from './direct-line-store';

/** Name of the channel in activities. */
export const CHANNEL_ID = 'directline';

/** Where activities of the embedded Direct Line come from: nowhere on the network. */
export const SERVICE_URL = 'urn:direct-line';

const BOT_ACCOUNT = { id: 'bot', name: 'bot', role: 'bot' };

/** Id and instant of a new activity. */
export interface Stamp {
  readonly id: string;
  /** ISO 8601 instant. */
  readonly timestamp: string;
}

/** What the bot says, as it is kept. */
export function toReply(
  conversation: Conversation,
  activity: Partial<Activity>,
  stamp: Stamp & { readonly replyToId?: string | undefined },
): StoredActivity {
  const { recipient, serviceUrl, timestamp, localTimestamp, expiration, ...content } = activity;
  const { replyToId, ...idAndTime } = stamp;
  return {
    ...content,
    type: activity.type ?? 'message',
    ...idAndTime,
    channelId: CHANNEL_ID,
    conversation: accountOf(conversation),
    from: BOT_ACCOUNT,
    ...(replyToId !== undefined && { replyToId }),
  };
}

/** What starts a turn in which the bot speaks first. */
export function toContinuation(
  conversation: Conversation,
  { locale }: Partial<ConversationReference>,
  stamp: Stamp,
): StoredActivity {
  return {
    ...{ type: 'event', name: 'ContinueConversation', ...stamp, channelId: CHANNEL_ID },
    ...(locale !== undefined && { locale }),
    conversation: accountOf(conversation),
    from: { id: conversation.user, name: '', role: 'user' },
  };
}

/** A kept activity as the Bot Framework wants it. */
export function toTurnActivity(activity: StoredActivity): Partial<Activity> {
  return {
    ...activity,
    timestamp: new Date(activity.timestamp),
    recipient: BOT_ACCOUNT,
    serviceUrl: SERVICE_URL,
  };
}

function accountOf({ id }: Conversation) {
  return { id, name: '', isGroup: false, conversationType: '' };
}
