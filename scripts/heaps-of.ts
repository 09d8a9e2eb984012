import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';

const heap = z.object({ data: z.number(), code: z.number() });
const heaps = z.object({ main: heap, recognizer: heap });

/** Bytes that the heaps of a bot's threads hold once garbage is collected, as data and as compiled code. It was started with `tell-heap.cjs` before it. */
export async function heapsOf(bot: ChildProcess): Promise<Readonly<z.infer<typeof heaps>>> {
  const answer = once(bot, 'message');
  bot.send('tell');
  return heaps.parse((await answer)[0]);
}
