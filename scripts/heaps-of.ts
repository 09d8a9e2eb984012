import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const heap = z.object({ data: z.number(), code: z.number() });
const heaps = z.object({ main: heap, recognizer: heap });

/** Bytes that the heaps of a bot's threads hold once garbage is collected, as data and as compiled code. It was started with `tell-heap.cjs` before it. */
export async function heapsOf(bot: ChildProcess): Promise<Readonly<z.infer<typeof heaps>>> {
  const answer = once(bot, 'message');
  bot.send('tell');
  return heaps.parse((await answer)[0]);
}

const LOOKS = 3;
const PAUSE_MS = 1000;

/** What some looks at a bot that nobody talks to show, so long after each other: what is under way is over at one of them, and some garbage goes only once the event loop has gone round after a collection. */
export async function inSomeLooks<Look>(look: () => Promise<Look>): Promise<readonly Look[]> {
  const seen: Look[] = [];
  while (seen.length < LOOKS) {
    await wait(PAUSE_MS);
    seen.push(await look());
  }
  return seen;
}
