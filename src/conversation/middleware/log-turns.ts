import type { Middleware } from 'botbuilder';
import type { Logger } from 'pino';
import type { Clock } from '../../core/clock';
import { loggedType } from '../logged-type';

/** Logs each turn with ids and facts, never with what was said. */
export function logTurns(log: Logger, now: Clock): Middleware {
  return {
    async onTurn(context, next) {
      const started = now().getTime();
      await next();
      const { type, channelId, conversation } = context.activity;
      const facts = { type: loggedType(type), channelId, conversationId: conversation.id };
      log.info({ ...facts, milliseconds: now().getTime() - started }, 'turn');
    },
  };
}
