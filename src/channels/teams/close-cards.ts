import { ActivityTypes, type Middleware, type TurnContext } from 'botbuilder';
import type { Language } from '../../core/language';
import type { Log } from '../../core/log';
import type { Translate } from '../../core/translate';
import { chosenCard, readClick } from './choice-card';
import { TEAMS } from './teams-id';

/**
 * Takes the choices off a card of Teams once one of them was clicked, without keeping the answer waiting. Only where nobody
 * else reads along: the words above them come back with the click, and who changes those would have the bot say them.
 */
export function closeCards(wordsIn: (language: Language) => Translate, log: Log): Middleware {
  return {
    async onTurn(context, next) {
      const closing = close(context, wordsIn).catch((error: unknown) => {
        log.warn({ err: error }, 'card not closed');
      });
      await next();
      await closing;
    },
  };
}

async function close(
  context: TurnContext,
  wordsIn: (language: Language) => Translate,
): Promise<void> {
  const { channelId, replyToId, conversation } = context.activity;
  if (channelId !== TEAMS || replyToId === undefined || conversation.isGroup) return;
  const click = readClick(context.activity.value);
  if (click === undefined) return;
  const { label, text, language } = click;
  const words = wordsIn(language)('teams.chosen', { choice: label });
  await context.updateActivity({
    ...{ type: ActivityTypes.Message, id: replyToId, conversation },
    ...{ text, textFormat: 'markdown', locale: language },
    attachments: [chosenCard(words, language)],
  });
}
