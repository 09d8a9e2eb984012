import { ActionTypes, ActivityTypes, type Activity } from 'botbuilder';
import type { Channel } from '../channel';
import type { Reply } from '../../core/reply';
import { answerMessage } from '../answer-message';
import { readThumb, withThumbs } from './thumbs';

/** Web Chat and what speaks like it: Markdown text, choices as buttons that send their title. */
export const webChatChannel: Channel = {
  readRating: readThumb,
  render(reply) {
    const choices = reply.choices ?? [];
    const activity = {
      ...messageOf(reply),
      ...(reply.type === 'answer' && { entities: [withThumbs(reply.id)] }),
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

function messageOf(reply: Reply): Partial<Activity> {
  if (reply.type !== 'answer')
    return { type: ActivityTypes.Message, textFormat: 'markdown', text: reply.text };
  const message = answerMessage(reply);
  const { didThisHelp } = reply.labels;
  return didThisHelp === undefined
    ? message
    : { ...message, text: `${message.text ?? ''}\n\n${didThisHelp}` };
}
