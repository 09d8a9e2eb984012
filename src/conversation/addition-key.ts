import { createHash } from 'node:crypto';
import type { TurnContext } from 'botbuilder';

/** Idempotency key of what a message adds to a ticket: the same however often the message's turn is run. */
export function additionKey({ activity }: TurnContext, newId: () => string): string {
  const { channelId, conversation, id = newId() } = activity;
  const parts = JSON.stringify(['addition', channelId, conversation.id, id]);
  return createHash('sha256').update(parts).digest('base64url');
}
