import type { ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { ConversationReferences } from '../core/conversation-references';
import type { Log } from '../core/log';
import type { Continue } from './channel-notifier';
import { personKeyOf } from '../core/person-key';

const referenceSchema = z.custom<Partial<ConversationReference>>(
  (value) => z.object({ conversation: z.object({ id: z.string() }) }).safeParse(value).success,
);

/** The connector's way to say that the bot was blocked or removed, or the conversation deleted, and the chat page's. */
const gone = z.union([
  z.object({ statusCode: z.union([z.literal(403), z.literal(404)]) }),
  z.object({ code: z.literal('ConversationNotFound') }),
]);

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
    try {
      await attempt(speak, target, logic);
      return;
    } catch (error) {
      if (!gone.safeParse(error).success) throw error;
    }
    await references.forget(person);
    log.info({ person, channelId }, 'person can no longer be reached');
  };
}

/** An adapter's own error handling would keep a failure to itself. */
async function attempt(
  speak: Continue,
  target: Partial<ConversationReference>,
  logic: (context: TurnContext) => Promise<void>,
): Promise<void> {
  const outcomes: Promise<void>[] = [];
  await speak(target, async (context) => {
    const said = logic(context);
    outcomes.push(said);
    await said.catch(() => undefined);
  });
  if (outcomes.length === 0) throw new Error('The turn failed before the bot could speak.');
  await Promise.all(outcomes);
}
