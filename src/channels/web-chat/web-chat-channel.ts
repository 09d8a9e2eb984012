import { ActionTypes, ActivityTypes, type Activity } from 'botbuilder';
import type { Channel } from '../channel';
import type { Choice, Reply } from '../../core/reply';
import { answerMessage } from '../answer-message';
import { readThumb, withThumbs } from './thumbs';

/** Web Chat and what speaks like it: Markdown text, cards, choices as buttons that send their title. */
export const webChatChannel: Channel = {
  readRating: readThumb,
  render(reply) {
    if (reply.type !== 'answer') return [withButtons(message(reply.text), reply.choices)];
    return renderAnswer(reply);
  },
};

/** Whether it helped is asked last: in the answer itself, or below its card. */
function renderAnswer(reply: Extract<Reply, { type: 'answer' }>): ReturnType<Channel['render']> {
  const { id, choices } = reply;
  const answer = answerMessage(reply);
  const thumbs = { entities: [withThumbs(id)] };
  const { didThisHelp = '' } = reply.labels;
  // Below an answer the buttons are small; a question's choices must be readable in full.
  const small = choices.map(({ value }) => ({ title: value, value }));
  if (answer.attachments !== undefined && didThisHelp !== '')
    return [answer, withButtons({ ...message(didThisHelp), ...thumbs }, small)];
  const text = [answer.text, didThisHelp].filter(Boolean).join('\n\n');
  return [withButtons({ ...answer, ...thumbs, text }, small)];
}

function message(text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, textFormat: 'markdown', text };
}

function withButtons(said: Partial<Activity>, choices: readonly Choice[] = []): Partial<Activity> {
  if (choices.length === 0) return said;
  const actions = choices.map(({ title, value }) => ({ type: ActionTypes.ImBack, title, value }));
  return { ...said, suggestedActions: { to: [], actions } };
}
