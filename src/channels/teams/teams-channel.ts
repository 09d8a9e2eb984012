import { ActivityTypes, type Activity } from 'botbuilder';
import type { Choice, Reply } from '../../core/reply';
import type { Channel } from '../channel';
import { answerMessage } from '../answer-message';
import { choiceCard } from './choice-card';
import { FEEDBACK_LOOP, readFeedback } from './feedback';

/**
 * Microsoft Teams: text in the Markdown that it shows, choices on a card, since suggested actions aren't shown everywhere.
 * An answer's choices stand in a message of their own, so that the answer stays as it is when one is clicked.
 */
export const teamsChannel: Channel = {
  readRating: readFeedback,
  privateChat({ recipient }, message) {
    const query = new URLSearchParams({ users: recipient?.id ?? '', message });
    // Teams takes a plus for what it is.
    return `https://teams.microsoft.com/l/chat/0/0?${query.toString().replaceAll('+', '%20')}`;
  },
  render(reply) {
    const { language, choices = [] } = reply;
    if (reply.type !== 'answer')
      return [withChoices({ text: reply.text, language }, choices, ({ title }) => title)];
    const answer = { ...answerMessage(reply), channelData: FEEDBACK_LOOP };
    if (choices.length === 0) return [answer];
    const above = { text: reply.labels.didThisHelp ?? '', language };
    return [answer, withChoices(above, choices, ({ value }) => value)];
  },
};

function withChoices(
  above: { readonly text: string; readonly language: Reply['language'] },
  choices: readonly Choice[],
  labelOf: (choice: Choice) => string,
): Partial<Activity> {
  const said = message(above.text);
  return choices.length === 0
    ? said
    : { ...said, attachments: [choiceCard(above, choices, labelOf)] };
}

function message(text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, textFormat: 'markdown', text };
}
