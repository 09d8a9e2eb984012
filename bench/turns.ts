import { build } from 'esbuild';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { machine } from './recognition/machine';
import { BotProcess } from './turns/bot-process';
import { startConnector } from './turns/connector';
import { heldOutQuestions } from './turns/held-out-questions';
import { figuresTable, type BotFigures } from './turns/figures-table';
import { measureTurns, type TurnFigures, type TurnLoad } from './turns/measure-turns';
import { openStreams } from './turns/open-streams';

// Whole turns, answers stored, beside an echo bot that stores nothing: `npm run bench:turns`. Replies come in the response,
// and then by way of a connector, as channels have it. `--streams 0` leaves the streams out.
const root = process.cwd();
const PATH = '/readyz';
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    conversations: { type: 'string', default: '1,16,64,256' },
    delivered: { type: 'string', default: '64' },
    'warm-up': { type: 'string', default: '30' },
    streams: { type: 'string', default: '1000' },
  },
});
const asked = heldOutQuestions();

async function startEcho(): Promise<BotProcess> {
  const script = join(root, 'dist/bench/echo-bot.js');
  await build({
    ...{ entryPoints: ['bench/turns/echo-bot.ts'], outfile: script, bundle: true },
    ...{ packages: 'external', platform: 'node', format: 'cjs', target: 'node20' },
  });
  return BotProcess.start('echo', { script, port: 3990, path: PATH });
}

function startOurs(settings: NodeJS.ProcessEnv = {}): Promise<BotProcess> {
  const file = join(mkdtempSync(join(tmpdir(), 'bench-turns-')), 'bot.db');
  return BotProcess.start('ours', {
    ...{ script: 'dist/src/index.js', port: 3991, path: PATH },
    env: { DATABASE_URL: `file:${file}`, MESSAGES_PER_MINUTE: '1000000', ...settings },
  });
}

async function measure(bot: BotProcess): Promise<BotFigures> {
  const seconds = Number(values.seconds);
  const connector = await startConnector();
  const measured = (conversations: number, replies: Pick<TurnLoad, 'connector'> = {}) =>
    measureTurns(bot, asked, { conversations, seconds, ...replies });
  // V8 compiles for a while what runs often.
  await measureTurns(bot, asked, { conversations: 16, seconds: Number(values['warm-up']) });
  const turns: TurnFigures[] = [];
  for (const conversations of listed(values.conversations))
    turns.push(await measured(conversations));
  for (const conversations of listed(values.delivered))
    turns.push(await measured(conversations, { connector }));
  connector.close();
  return { startTime: bot.startTime, turns, memory: bot.memory };
}

function listed(numbers: string): readonly number[] {
  return numbers.split(',').filter(Boolean).map(Number);
}

/** Streams of a thousand people come from many addresses, which only a proxy can tell. */
async function measureStreams(count: number) {
  const bot = await startOurs({ TRUST_PROXY: 'true' });
  const before = bot.memory;
  const close = await openStreams(bot.url, count);
  await wait(1000);
  const more = bot.memory - before;
  close();
  await bot.stop();
  return { count, more };
}

async function main(): Promise<void> {
  const echoBot = await startEcho();
  const echo = await measure(echoBot);
  await echoBot.stop();
  const bot = await startOurs();
  const count = Number(values.streams);
  const ours = await measure(bot);
  await bot.stop();
  const streams = count > 0 ? await measureStreams(count) : undefined;
  console.log(`${machine()}\n\n${figuresTable(echo, { ...ours, streams })}`);
}

void main();
