import type { Middleware } from 'botbuilder';
import type { Instances } from '../../core/instances';

/** Lets the turns of one conversation run one after the other, in the order in which they came to whichever instance. */
export function serializeTurns(instances: Pick<Instances, 'inTurn'>): Middleware {
  return {
    onTurn: (context, next) => instances.inTurn(context.activity.conversation.id, next),
  };
}
