import { Channels, type Middleware } from 'botbuilder';
import type { KnownVisitors } from '../../core/known-visitors';
import { VISITOR } from '../../core/visitor';

/**
 * Knows the signed-in visitors of a site whose chat goes through Azure's Direct Line. That service lets nobody speak as a
 * user but whom it gave the token for it, and only the bot has tokens made for the users that it has noted here.
 */
export function knowVisitors(visitors: KnownVisitors): Middleware {
  const directLine: string = Channels.Directline;
  return {
    async onTurn(context, next) {
      const { channelId, conversation, from } = context.activity;
      if (channelId === directLine) {
        const visitor = await visitors.find({ conversation: conversation.id, user: from.id });
        if (visitor !== undefined) context.turnState.set(VISITOR, visitor);
      }
      await next();
    },
  };
}
