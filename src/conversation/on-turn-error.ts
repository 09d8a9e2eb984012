import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Translator } from '../content/translator';
import { loggedType } from './logged-type';
import type { SpokenLanguages } from './spoken-languages';

/** Handles what a turn couldn't: logged for the operator, told to the person in their language without detail. */
export function onTurnError({
  translator,
  spoken,
  log,
}: {
  readonly translator: Translator;
  readonly spoken: Pick<SpokenLanguages, 'of'>;
  readonly log: Logger;
}): (context: TurnContext, error: Error) => Promise<void> {
  return async (context, error) => {
    const { conversation, type } = context.activity;
    const facts = { conversationId: conversation.id, type: loggedType(type) };
    log.error({ err: error, ...facts }, 'turn failed');
    if (type !== 'message') return;
    const language = await spoken.of(context);
    // Whoever has got an answer isn't told that there was none.
    const key = context.responded ? 'error.afterReply' : 'error.turn';
    const text = translator.in(language)(key);
    // Where the channel takes nothing at all, not even this arrives: there is nobody left to tell.
    await context
      .sendActivity({ type: ActivityTypes.Message, text, locale: language })
      .catch((err: unknown) => log.error({ err, conversationId: conversation.id }, 'not told'));
  };
}
