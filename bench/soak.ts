import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { machine } from './recognition/machine';
import { table } from './recognition/table';
import { growthOf, type Growth } from './soak/growth';
import { holdingsOf, type Holdings } from './soak/holdings';
import { talkSteadily } from './soak/talk-steadily';
import { BotProcess } from './turns/bot-process';
import { heldOutQuestions } from './turns/held-out-questions';

// Steady talk for some minutes, and what the bot comes to hold: `npm run soak`. It measures no times, so it may run
// beside other work. Exit code 1 when anything grows or a turn fails.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    conversations: { type: 'string', default: '256' },
    rate: { type: 'string', default: '20' },
    port: { type: 'string', default: '3989' },
  },
});
const SAMPLES = 120;

async function main(): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'soak-')), 'bot.db');
  const bot = await BotProcess.start('soak', {
    ...{ script: 'dist/src/index.js', port: Number(values.port), path: '/readyz' },
    env: { DATABASE_URL: `file:${file}` },
  });
  const time = Number(values.minutes) * 60_000;
  const talking = talkSteadily({
    ...{ url: bot.url, questions: heldOutQuestions(), until: Date.now() + time },
    ...{ conversations: Number(values.conversations), rate: Number(values.rate) },
  });
  const samples: Holdings[] = [];
  for (let taken = 0; taken < SAMPLES; taken += 1) {
    await wait(time / SAMPLES);
    samples.push(await holdingsOf(bot.url, file));
  }
  const { turns, failed } = await talking;
  await bot.stop();
  const growth = growthOf(samples);
  console.log(`${machine()}\n\n${turns} turns in ${values.minutes} minutes, ${failed} failed\n`);
  console.log(growthTable(growth));
  process.exitCode = failed > 0 || growth.some(({ hasGrown }) => hasGrown) ? 1 : 0;
}

function growthTable(growth: readonly Growth[]): string {
  const rows = growth.map(({ name, quarters, hasGrown }) => [
    ...[name, ...quarters.map((value) => value.toFixed(0)), hasGrown ? 'grown' : ''],
  ]);
  return table(['least in each quarter (MB, or how many)', '1', '2', '3', '4', ''], rows);
}

void main();
