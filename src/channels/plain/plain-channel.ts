import { ActivityTypes } from 'botbuilder';
import type { Channel } from '../channel';
import type { Choice, Reply } from '../../core/reply';
import { escapeMarkdown } from '../escape-markdown';
import { renderAnswer } from '../render-answer';

/** A channel that shows text only: choices are a numbered list, and a number chooses. */
export const plainChannel: Channel = {
  render(reply) {
    const blocks =
      reply.type === 'answer' ? answerBlocks(reply) : [reply.text, numbered(reply.choices)];
    const text = blocks.filter((block) => block !== '').join('\n\n');
    return [{ type: ActivityTypes.Message, textFormat: 'markdown', text }];
  },
};

/** Whether it helped is answered with yes or no, so only the questions are numbered. */
function answerBlocks({ answer, labels, choices }: Extract<Reply, { type: 'answer' }>): string[] {
  const questions = choices.filter(({ wayOut }) => wayOut !== true);
  return [renderAnswer(answer, labels), numbered(questions), labels.didThisHelp ?? ''];
}

/** Choices as a list in Markdown whose numbers choose. */
export function numbered(choices: readonly Choice[] = []): string {
  return choices.map(({ title }, index) => `${index + 1}. ${escapeMarkdown(title)}`).join('\n');
}
