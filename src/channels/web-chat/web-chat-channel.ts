import { ActionTypes, ActivityTypes } from 'botbuilder';
import type { Channel } from '../channel';
import type { Reply } from '../../core/reply';
import { renderAnswer } from '../render-answer';

/** Web Chat and what speaks like it: Markdown text, choices as buttons that send their title. */
export const webChatChannel: Channel = {
  render(reply) {
    const choices = reply.choices ?? [];
    const activity = {
      type: ActivityTypes.Message,
      textFormat: 'markdown',
      text: textOf(reply),
      ...(choices.length > 0 && {
        suggestedActions: {
          to: [],
          actions: choices.map(({ title, value }) => ({
            type: ActionTypes.ImBack,
            // Below an answer the buttons are small; a question's choices must be readable in full.
            title: reply.type === 'answer' ? value : title,
            value,
          })),
        },
      }),
    };
    return [activity];
  },
};

function textOf(reply: Reply): string {
  if (reply.type !== 'answer') return reply.text;
  const { answer, labels } = reply;
  return [renderAnswer(answer, labels), labels.didThisHelp ?? []].flat().join('\n\n');
}
