import { parseArgs } from 'node:util';
import { runTool } from '../scripts/run-tool';
import { UsageError } from '../scripts/usage-error';
import { machine } from './recognition/machine';
import { heldOutQuestions } from './turns/held-out-questions';
import { BotProcess } from './turns/bot-process';
import { measureTurns } from './turns/measure-turns';

// Whole turns on one process, then on several that share a PostgreSQL database:
// `npm run bench:instances -- --database postgres://…`. Conversations stay where they began, as behind most proxies.
const { values } = parseArgs({
  options: {
    database: { type: 'string', default: '' },
    instances: { type: 'string', default: '2' },
    conversations: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '10' },
  },
});

function start(place: number): Promise<BotProcess> {
  return BotProcess.start(`instance-${place}`, {
    ...{ script: 'dist/src/index.js', port: 3992 + place, path: '/readyz' },
    env: { DATABASE_URL: values.database, MESSAGES_PER_MINUTE: '1000000' },
  });
}

/** Puts the conversations on all of some bots at once, the same number on each. */
async function measure(bots: readonly BotProcess[]): Promise<string> {
  const all = Number(values.conversations);
  const load = { conversations: all / bots.length, seconds: Number(values.seconds) };
  const figures = await Promise.all(bots.map((bot) => measureTurns(bot, heldOutQuestions(), load)));
  const sum = (key: 'perSecond' | 'failed') => figures.reduce((total, one) => total + one[key], 0);
  const worst = (key: 'p50' | 'p99') => Math.max(...figures.map((one) => one[key]));
  return `| ${bots.length} | ${all} | ${sum('perSecond').toFixed(0)} | ${worst('p50')}, ${worst('p99')} | ${sum('failed')} |`;
}

async function main(): Promise<void> {
  if (!values.database.startsWith('postgres')) throw new UsageError('Say --database postgres://…');
  const bots: BotProcess[] = [];
  const rows: string[] = [];
  try {
    for (const count of [1, Number(values.instances)]) {
      while (bots.length < count) bots.push(await start(bots.length));
      await measure(bots);
      rows.push(await measure(bots));
    }
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
  }
  const head = '| instances | conversations | turns/s | p50, p99 ms | failed |\n|-|-|-|-|-|';
  console.log(`${machine()}\n\n${head}\n${rows.join('\n')}`);
}

runTool(main);
