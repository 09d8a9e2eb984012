import type { ChannelAccount, TurnContext } from 'botbuilder';
import { localeTagIn } from '../core/locale-tag';

/**
 * Where a turn's person can be written to, as JSON: ids and addresses of the channel alone. A display name, and whatever
 * else a client sends along, isn't needed for it and isn't kept.
 */
export function referenceOf({ activity }: TurnContext): string {
  const { id: activityId, from, conversation, channelId, serviceUrl } = activity;
  const { id, tenantId, conversationType, isGroup } = conversation;
  return JSON.stringify({
    ...{ activityId, channelId, serviceUrl, locale: localeTagIn(activity.locale) },
    user: { id: from.id, aadObjectId: from.aadObjectId },
    bot: idOf(activity.recipient),
    conversation: { id, tenantId, conversationType, isGroup },
  });
}

/** A caller who expects the replies in the answer may leave out the bot. */
function idOf(account: Partial<ChannelAccount> | undefined) {
  return { id: account?.id };
}
