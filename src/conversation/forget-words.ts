import { SILENCE_HOURS } from '../core/outcome';
import type { ConversationContent } from './remembered';

/**
 * What is left of a conversation once a day has passed since somebody said what is remembered of it: no words, nothing that
 * a follow-up would lean on, no ticket half written. Whoever only greets makes no words younger.
 */
export function forgetWords(content: ConversationContent, now: Date): ConversationContent {
  const { conversation } = content;
  if (conversation?.wordsAt === undefined) return content;
  const hours = (now.getTime() - Date.parse(conversation.wordsAt)) / 3_600_000;
  if (hours < SILENCE_HOURS) return content;
  const { answer, answers, welcomed, seen, replies, turns } = conversation;
  return {
    conversation: {
      ...{ misses: 0, answers, welcomed, seen, replies, turns },
      answer: answer && { id: answer.id, entry: answer.entry },
    },
  };
}
