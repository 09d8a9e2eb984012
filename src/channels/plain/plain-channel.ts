import { ActivityTypes } from 'botbuilder';
import type { Channel } from '../channel';
import type { Reply } from '../../core/reply';
import { renderAnswer } from '../render-answer';

/** A channel that shows text only: choices are a numbered list, and a number chooses. */
export const plainChannel: Channel = {
  render(reply) {
    const blocks = [textOf(reply), numbered(reply.choices ?? [])];
    const text = blocks.filter((block) => block !== '').join('\n\n');
    return { type: ActivityTypes.Message, textFormat: 'markdown', text };
  },
};

function textOf(reply: Reply): string {
  if (reply.type !== 'answer') return reply.text;
  const { answer, labels } = reply;
  return [renderAnswer(answer, labels), labels.didThisHelp].join('\n\n');
}

function numbered(choices: NonNullable<Reply['choices']>): string {
  return choices.map(({ title }, index) => `${index + 1}. ${title}`).join('\n');
}
