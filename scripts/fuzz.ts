import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BotProcess } from './chaos/bot-process';
import { runFuzz } from './fuzz/run-fuzz';
import { runTool } from './run-tool';

/** `npm run fuzz [-- --requests 100000 --seed 1]`: nearly right requests to every route of a bot; exit code 1 for any failure. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const bot = new BotProcess({
    PORT: '0',
    DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'fuzz-')), 'bot.db')}`,
  });
  const url = await bot.start();
  const megabytes: number[] = [];
  const started = Date.now();
  const { statuses, failures } = await runFuzz({
    ...{ url, requests: Number(values.requests), seed: Number(values.seed), atOnce: 16 },
    onProgress: async () => {
      megabytes.push(await residentMegabytes(url));
    },
  });
  const isAlive = bot.isRunning;
  await bot.end('SIGTERM');
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(JSON.stringify({ statuses, failures: failures.length, isAlive, seconds, megabytes }));
  for (const failure of failures.slice(0, 20)) console.log(JSON.stringify(failure).slice(0, 2000));
  process.exitCode = isAlive && failures.length === 0 ? 0 : 1;
}

async function residentMegabytes(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1];
  return Math.round(Number(bytes) / 1e6);
}

runTool(main);
