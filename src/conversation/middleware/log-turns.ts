import type { Middleware } from 'botbuilder';
import type { Logger } from 'pino';
import { loggedType } from '../logged-type';

/** Logs each turn with ids and facts, never with what was said. */
export function logTurns(log: Logger): Middleware {
  return {
    async onTurn(context, next) {
      const started = performance.now();
      await next();
      const { type, channelId, conversation } = context.activity;
      const facts = { type: loggedType(type), channelId, conversationId: conversation.id };
      log.info({ ...facts, milliseconds: Math.round(performance.now() - started) }, 'turn');
    },
  };
}
