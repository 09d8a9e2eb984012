import type { Middleware } from 'botbuilder';

/** Lets the turns of one conversation run one after the other, in the order in which they came. */
export function serializeTurns(): Middleware {
  const last = new Map<string, Promise<void>>();
  return {
    async onTurn(context, next) {
      const { id } = context.activity.conversation;
      const turn = (last.get(id) ?? Promise.resolve()).then(next);
      const settled = turn.catch(() => undefined);
      last.set(id, settled);
      try {
        await turn;
      } finally {
        if (last.get(id) === settled) last.delete(id);
      }
    },
  };
}
