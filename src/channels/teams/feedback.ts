import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Rating } from '../../core/reply';

/** Makes Teams show its own thumbs with a message. */
export const FEEDBACK_LOOP = { feedbackLoop: { type: 'default' } } as const;

const submitted = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({
    reaction: z.enum(['like', 'dislike']),
    /** What was written, as JSON. */
    feedback: z.string().max(10_000).optional().catch(undefined),
  }),
});

const written = z.object({ feedbackText: z.string() });

/** The feedback that an invoke of Teams brings: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
export function readFeedback(activity: Partial<Activity>): Rating | undefined {
  const { type, name, replyToId } = activity;
  const feedback = submitted.safeParse(activity.value).data;
  const isFeedback = type === 'invoke' && name === 'message/submitAction';
  if (!isFeedback || feedback === undefined || replyToId === undefined) return undefined;
  const { reaction, feedback: text = '' } = feedback.actionValue;
  const comment = readText(text).trim();
  return { of: replyToId, helped: reaction === 'like', ...(comment !== '' && { comment }) };
}

function readText(json: string): string {
  try {
    return written.safeParse(JSON.parse(json)).data?.feedbackText ?? '';
  } catch {
    return '';
  }
}
