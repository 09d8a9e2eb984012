import type { Middleware, TurnContext } from 'botbuilder';
import type { ConversationReferences } from '../../core/conversation-references';
import type { Log } from '../../core/log';
import { personKey } from '../person-key';
import { referenceOf } from '../reference-of';

/** Remembers where each person can be written to in private, and forgets whoever removes the bot. */
export function keepReferences(references: ConversationReferences, log: Log): Middleware {
  const note = async (context: TurnContext) => {
    const { type, action, conversation } = context.activity;
    const person = personKey(context);
    const isInstallation = type === 'installationUpdate';
    if (conversation.isGroup) return;
    if (isInstallation && action?.startsWith('remove') === true) await references.forget(person);
    else if (isInstallation || type === 'message')
      await references.keep(person, referenceOf(context));
  };
  return {
    async onTurn(context, next) {
      await next();
      await note(context).catch((error: unknown) => {
        log.error({ err: error }, 'conversation reference not kept');
      });
    },
  };
}
