import type { IntentId, ScoredIntent } from '../../core/recognition';

/** Intents that a part shows. */
export const SHOWN_INTENTS = 5;
/** Topics of the conversation itself: politeness, help, language, the way to a person. */
const CONVERSATION = /^(?:service|support)\./;

/** Whether an intent is about the conversation itself, not about benefits. */
export function isOfConversation(intent: IntentId): boolean {
  return CONVERSATION.test(intent);
}

/** Four decimals: the last digits differ between machines and mean nothing. */
export function rounded({ intent, score }: ScoredIntent): ScoredIntent {
  return { intent, score: Math.round(score * 1e4) / 1e4 };
}
