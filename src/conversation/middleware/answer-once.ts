import { hash } from 'node:crypto';
import type { Middleware } from 'botbuilder';
import type { Memory } from '../memory';

/** A service that delivers an activity again does so within minutes. */
const REMEMBERED = 20;

/**
 * Leaves out activities that were answered before: Azure Bot Service delivers one again when its answer took too long
 * or got lost. What was answered is saved together with the state of the turn.
 */
export function answerOnce(memory: Memory): Middleware {
  return {
    async onTurn(context, next) {
      const { type, id, timestamp, name } = context.activity;
      if (id === undefined) return next();
      // A message keeps its id when it is edited; each edit has its own time.
      const key = digestOf([type, name ?? '', id, type === 'message' ? '' : Number(timestamp)]);
      const conversation = await memory.conversation(context);
      const { seen = [] } = conversation;
      if (seen.includes(key)) return;
      conversation.seen = [...seen, key].slice(-REMEMBERED);
      await next();
    },
  };
}

/** What an activity is called may hold anything; kept is only what tells it from others. */
function digestOf(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
}
