import type { Middleware } from 'botbuilder';
import type { ConversationReferences } from '../../core/conversation-references';
import type { Log } from '../../core/log';
import { personKey } from '../person-key';
import { isRemoval } from './is-removal';

/** Forgets where a person can be written to who has removed the bot. */
export function forgetReferences(references: ConversationReferences, log: Log): Middleware {
  return {
    async onTurn(context, next) {
      await next();
      const { activity } = context;
      if (!isRemoval(activity) || activity.conversation.isGroup) return;
      await references.forget(personKey(context)).catch((error: unknown) => {
        log.error({ err: error }, 'conversation reference not forgotten');
      });
    },
  };
}
