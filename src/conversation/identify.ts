import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import { identifyTurn } from '../accounts/identify-turn';
import type { Identity } from '../accounts/identity';
import { VISITOR, type Visitor } from '../core/visitor';

/** Port: who is a turn by? Undefined for whoever isn't signed in. Nothing that a person types plays a part. */
export type Identify = (context: TurnContext) => Identity | undefined;

/** Where Teams says who somebody is. */
const activitySchema = z.object({
  channelId: z.string(),
  from: z.object({ aadObjectId: z.string().optional() }),
  conversation: z.object({ tenantId: z.string().optional() }),
  channelData: z
    .object({ tenant: z.object({ id: z.string() }).optional() })
    .optional()
    .catch(undefined),
});

/** Reads identities off what adapters have verified. */
export function createIdentify({
  isVerified,
  demoUser,
}: {
  /** Whether activities of the Bot Framework service are checked for its signature. */
  readonly isVerified: boolean;
  /** The invented person that everybody is, in a demonstration. */
  readonly demoUser?: string | undefined;
}): Identify {
  return (context) => {
    const activity = activitySchema.safeParse(context.activity);
    if (!activity.success) return undefined;
    const { channelId, from, conversation, channelData } = activity.data;
    return identifyTurn(
      {
        ...{ channelId, isVerified, objectId: from.aadObjectId },
        tenantId: conversation.tenantId ?? channelData?.tenant?.id,
        visitor: context.turnState.get<Visitor | undefined>(VISITOR),
      },
      demoUser,
    );
  };
}
