import { ActivityTypes, type Activity } from 'botbuilder';
import type { Reply } from '../core/reply';
import { accountCard } from './account-card';
import { renderAnswer } from './render-answer';

/** An answer where cards are shown: Markdown, and the company's own facts on a card below. */
export function answerMessage(reply: Extract<Reply, { type: 'answer' }>): Partial<Activity> {
  const { answer, labels } = reply;
  const { account, links, language } = answer;
  return {
    type: ActivityTypes.Message,
    textFormat: 'markdown',
    text: renderAnswer(answer, labels, () => ''),
    ...(account !== undefined && { attachments: [accountCard(account, links, language)] }),
  };
}
