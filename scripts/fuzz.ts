import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashPassword } from '../src/support-page/sign-in/password';
import { BotProcess } from './chaos/bot-process';
import { startChatService } from './fuzz/chat-service';
import { runFuzz } from './fuzz/run-fuzz';
import { runTool } from './run-tool';

const PASSWORD = 'of nobody but the fuzzer';
/** What the second half of the requests may add to the memory of the first. */
const GROWTH = 1.15;

/** `npm run fuzz [-- --requests 100000 --seed 1]`: nearly right requests to every route of a bot; exit code 1 for any failure. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const service = await startChatService();
  const bot = new BotProcess({
    ...{ PORT: '0', MESSAGES_PER_MINUTE: '1000000', ...service.settings },
    DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'fuzz-')), 'bot.db')}`,
    SUPPORT_PASSWORD_HASH: await hashPassword(PASSWORD),
  });
  const url = await bot.start();
  const megabytes: number[] = [];
  const started = Date.now();
  const { statuses, reached, failures } = await runFuzz({
    ...{ url, requests: Number(values.requests), seed: Number(values.seed), atOnce: 16 },
    ...{ password: PASSWORD, service },
    onProgress: async () => {
      megabytes.push(await residentMegabytes(url));
    },
  });
  const isAlive = bot.isRunning;
  await bot.end('SIGTERM');
  service.close();
  const seconds = Math.round((Date.now() - started) / 1000);
  const half = megabytes.length / 2;
  const hasGrown = most(megabytes.slice(half)) > GROWTH * most(megabytes.slice(0, half));
  const report = { statuses, failures: failures.length, isAlive, seconds, megabytes, hasGrown };
  console.log(JSON.stringify({ ...report, reached: [...reached].sort() }));
  for (const failure of failures.slice(0, 20)) console.log(JSON.stringify(failure).slice(0, 2000));
  process.exitCode = isAlive && failures.length === 0 && !hasGrown ? 0 : 1;
}

function most(megabytes: readonly number[]): number {
  return Math.max(...megabytes);
}

async function residentMegabytes(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1];
  return Math.round(Number(bytes) / 1e6);
}

runTool(main);
