import type { Turn } from './turn';

/** The same turn, whose answers neither ask whether they helped nor offer what to ask next: something else is open. */
export function quietly(turn: Turn): Turn {
  return {
    ...turn,
    say(reply, about) {
      if (reply.type !== 'answer') return turn.say(reply, about);
      const { example, readMore } = reply.labels;
      return turn.say({ ...reply, labels: { example, readMore }, choices: [] }, about);
    },
  };
}
