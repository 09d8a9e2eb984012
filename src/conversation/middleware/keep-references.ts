import type { Middleware } from 'botbuilder';
import type { Memory } from '../memory';
import { personKey } from '../person-key';
import { referenceOf } from '../reference-of';
import { isRemoval } from './is-removal';

/** Remembers where each person can be written to in private; kept together with all else that the turn leaves behind. */
export function keepReferences(memory: Memory): Middleware {
  return {
    async onTurn(context, next) {
      const { activity } = context;
      const { type, conversation } = activity;
      const tells = type === 'message' || type === 'installationUpdate';
      if (tells && !isRemoval(activity) && !conversation.isGroup)
        await memory.reach(context, {
          person: personKey(context),
          reference: referenceOf(context),
        });
      await next();
    },
  };
}
