import { z } from 'zod';
import type { ConversationEvent } from '../../core/conversation-event';
import { ESCALATION_REASONS } from '../../core/ticket';

const head = {
  id: z.string(),
  at: z.iso.datetime(),
  conversation: z.string(),
  person: z.string(),
  channel: z.string(),
  language: z.string(),
};
const scored = z.object({ intent: z.string(), score: z.number() });

/** An event as it is kept. */
export const eventSchema: z.ZodType<ConversationEvent> = z.discriminatedUnion('type', [
  z.object({ ...head, type: z.literal('answered'), entry: z.string() }),
  z.object({ ...head, type: z.literal('clarified') }),
  z.object({
    ...{ ...head, type: z.literal('missed') },
    ...{ question: z.string(), candidates: z.array(scored) },
  }),
  z.object({ ...head, type: z.literal('served'), entry: z.string() }),
  z.object({ ...head, type: z.literal('person-asked'), about: z.string().optional() }),
  z.object({ ...head, type: z.literal('rated'), answer: z.string(), helped: z.boolean() }),
  z.object({ ...head, type: z.literal('commented'), answer: z.string(), comment: z.string() }),
  z.object({
    ...{ ...head, type: z.literal('ticketed') },
    ...{ ticket: z.int(), about: z.string().optional() },
    reason: z.enum(ESCALATION_REASONS).optional(),
  }),
]);
