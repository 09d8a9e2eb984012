import type { ConversationReference } from 'botbuilder';
import { z } from 'zod';
import type { ConversationReferences } from '../core/conversation-references';
import type { Log } from '../core/log';
import type { Continue } from './channel-notifier';
import { personKeyOf } from './person-key';

const referenceSchema = z.custom<Partial<ConversationReference>>(
  (value) => z.object({ conversation: z.object({ id: z.string() }) }).safeParse(value).success,
);

/** The connector's way to say that the bot was blocked or removed, or the conversation deleted. */
const gone = z.object({ statusCode: z.union([z.literal(403), z.literal(404)]) });

/**
 * Speaks first where a person was last seen in private, else where the reference says; forgets whoever can't be reached any
 * more. Rejects when it may work later.
 */
export function speakToReachable({
  speak,
  references,
  log,
}: {
  readonly speak: Continue;
  readonly references: ConversationReferences;
  readonly log: Log;
}): Continue {
  return async (reference, logic) => {
    const { channelId = '', user } = reference;
    const person = personKeyOf(channelId, user?.id ?? '');
    const kept = await references.find(person);
    const target = kept === undefined ? reference : referenceSchema.parse(JSON.parse(kept));
    let failure: unknown;
    try {
      await speak(target, async (context) => {
        await logic(context).catch((error: unknown) => {
          failure = error;
        });
      });
    } catch (error) {
      failure = error;
    }
    if (failure === undefined) return;
    if (!gone.safeParse(failure).success) throw failure;
    await references.forget(person);
    log.info({ person, channelId }, 'person can no longer be reached');
  };
}
