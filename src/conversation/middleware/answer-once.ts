import type { Middleware } from 'botbuilder';
import { digestOf } from '../../core/digest';
import type { Memory } from '../memory';

/** A service that delivers an activity again does so within minutes. */
const REMEMBERED = 20;
/** What an activity is called may hold anything; kept are so many characters of what tells it from the others. */
const LENGTH = 10;

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
      const time = type === 'message' ? '' : Number(timestamp);
      const key = digestOf(JSON.stringify([type, name ?? '', id, time])).slice(0, LENGTH);
      const conversation = await memory.conversation(context);
      const { seen = [] } = conversation;
      if (seen.includes(key)) return;
      conversation.seen = [...seen, key].slice(-REMEMBERED);
      await next();
    },
  };
}
