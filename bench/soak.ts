import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { machine } from './recognition/machine';
import { table } from './recognition/table';
import { growthOf, ROUNDS, type Growth } from './soak/growth';
import { leastHoldings, type Holdings } from './soak/holdings';
import { talkSteadily } from './soak/talk-steadily';
import { BotProcess } from './turns/bot-process';
import { heldOutQuestions } from './turns/held-out-questions';

// Steady talk for some minutes in four rounds, and what the bot still holds after each, when everybody has left: `npm run
// soak`. It measures no times, so it may run beside other work. Exit code 1 when anything grows or a turn fails.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    conversations: { type: 'string', default: '256' },
    rate: { type: 'string', default: '20' },
    // Least turns in a round, however long a slow machine takes for them.
    turns: { type: 'string', default: '0' },
    port: { type: 'string', default: '3989' },
  },
});

/** So long the bot remembers words so as not to work them out twice; then it forgets all of them. */
const REMEMBERING_MS = 61_000;
const ROUND_MS = (Number(values.minutes) * 60_000) / ROUNDS;

async function main(): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'soak-')), 'bot.db');
  const bot = await BotProcess.start('soak', {
    ...{ script: 'dist/src/index.js', port: Number(values.port), path: '/readyz' },
    env: { DATABASE_URL: `file:${file}` },
    preload: './scripts/tell-heap.cjs',
  });
  const started = Date.now();
  const talked = { turns: 0, failed: 0 };
  const holdings: Holdings[] = [];
  try {
    while (holdings.length < ROUNDS) {
      const { turns, failed } = await talk(bot.url);
      talked.turns += turns;
      talked.failed += failed;
      if (ROUND_MS > REMEMBERING_MS) await wait(REMEMBERING_MS);
      holdings.push(await leastHoldings(bot, file));
    }
  } finally {
    await bot.stop();
  }
  const { turns, failed } = talked;
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${machine()}\n\n${turns} turns in ${seconds} seconds, ${failed} failed\n`);
  const growth = growthOf(holdings);
  console.log(growthTable(growth));
  process.exitCode = failed > 0 || growth.some(({ hasGrown }) => hasGrown) ? 1 : 0;
}

/** One round. The same questions in each: what the bot keeps of them is there after the first. */
function talk(url: string) {
  const end = Date.now() + ROUND_MS;
  const least = Number(values.turns);
  return talkSteadily({
    ...{ url, questions: heldOutQuestions() },
    isOver: ({ turns, failed }) => Date.now() >= end && turns + failed >= least,
    ...{ conversations: Number(values.conversations), rate: Number(values.rate) },
  });
}

function growthTable(growth: readonly Growth[]): string {
  const rows = growth.map(({ name, rounds, hasGrown }) => [
    ...[name, ...rounds.map((value) => value.toFixed(1)), hasGrown ? 'grown' : ''],
  ]);
  return table(['held after each round (MB, or how many)', '1', '2', '3', '4', ''], rows);
}

void main();
