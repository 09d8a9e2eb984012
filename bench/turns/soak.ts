import type { BotProcess } from './bot-process';
import { measureTurns } from './measure-turns';

/** Turns a second: more than a busy desk's, and far from what the bot can do. */
const RATE = 50;
const CONVERSATIONS = 16;

export interface SoakFigures {
  readonly minutes: number;
  /** Resident memory after the first minute, at its highest after that, and at the end, MB. */
  readonly first: number;
  readonly highest: number;
  readonly last: number;
  readonly failed: number;
}

/** Lets people talk for some minutes, each a few questions long, and watches the bot's memory. */
export async function soak(
  bot: BotProcess,
  questions: readonly string[],
  minutes: number,
): Promise<SoakFigures> {
  const samples: number[] = [];
  let failed = 0;
  for (let minute = 0; minute <= minutes; minute += 1) {
    const load = { conversations: CONVERSATIONS, seconds: 60, rate: RATE };
    failed += (await measureTurns(bot, questions, load)).failed;
    samples.push(bot.memory);
  }
  const [first = 0, ...later] = samples;
  return { minutes, first, highest: Math.max(...later), last: later.at(-1) ?? first, failed };
}
