import { build } from 'esbuild';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { BotProcess } from './turns/bot-process';
import { measureTurns, type TurnFigures } from './turns/measure-turns';

// Whole turns, answers stored, beside an echo bot that stores nothing: `npm run bench:turns`.
const root = process.cwd();
const line = z.object({ text: z.string() });
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    conversations: { type: 'string', default: '1,16,64,256' },
  },
});

function questions(): readonly string[] {
  return ['en', 'sv'].flatMap((language) =>
    readFileSync(join(root, `test/fixtures/heldout-${language}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((json) => line.parse(JSON.parse(json)).text),
  );
}

async function buildEcho(): Promise<string> {
  const outfile = join(root, 'dist/bench/echo-bot.js');
  await build({
    ...{ entryPoints: ['bench/turns/echo-bot.ts'], outfile, bundle: true, packages: 'external' },
    ...{ platform: 'node', format: 'cjs', target: 'node20' },
  });
  return outfile;
}

async function measure(bot: BotProcess): Promise<readonly TurnFigures[]> {
  const asked = questions();
  const seconds = Number(values.seconds);
  await measureTurns(bot, asked, { conversations: 4, seconds: Math.min(3, seconds) });
  const figures: TurnFigures[] = [];
  for (const conversations of values.conversations.split(',').map(Number))
    figures.push(await measureTurns(bot, asked, { conversations, seconds }));
  return figures;
}

async function main(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'bench-turns-'));
  const path = '/readyz';
  const bots = [
    () => buildEcho().then((script) => BotProcess.start('echo', { script, port: 3990, path })),
    () =>
      BotProcess.start('ours', {
        ...{ script: 'dist/src/index.js', port: 3991, path },
        env: { DATABASE_URL: `file:${join(data, 'bot.db')}`, MESSAGES_PER_MINUTE: '1000000' },
      }),
  ];
  const rates = new Map<number, number>();
  console.log('bot   conversations  turns/s  of echo   p50 ms   p99 ms  failed');
  for (const start of bots) {
    const bot = await start();
    for (const { conversations, perSecond, p50, p99, failed } of await measure(bot)) {
      const echo = rates.get(conversations) ?? perSecond;
      rates.set(conversations, echo);
      const share = `${Math.round((100 * perSecond) / echo)} %`;
      console.log(
        `${bot.name.padEnd(5)} ${String(conversations).padStart(13)} ${perSecond.toFixed(0).padStart(8)} ${share.padStart(8)} ${p50.toFixed(0).padStart(8)} ${p99.toFixed(0).padStart(8)} ${String(failed).padStart(7)}`,
      );
    }
    console.log(
      `${bot.name}: ready after ${Math.round(bot.startTime)} ms, ${Math.round(bot.memory)} MB`,
    );
    await bot.stop();
  }
}

void main();
