import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BotProcess } from './chaos/bot-process';
import { signIn } from './fuzz/callers';
import { startChatService } from './fuzz/chat-service';
import { runFuzz, type FuzzOptions } from './fuzz/run-fuzz';
import { projectRoot } from '../src/project-root';
import { inSomeLooks } from './heaps-of';
import { runTool } from './run-tool';

const PASSWORD = 'of nobody but the fuzzer';
/** Of that password, at a cost that leaves the processor to the requests. */
const HASH = 'scrypt:1024:8:1:dGhlIGZ1enplci1zYWx0LQ:2pIZuHY9k_NcjFrGkuoMVpVd2Og2rf0YgXxt841YppI';
/** What the second half of the requests may add to the least that is held in the first. */
const GROWTH = 1.1;
/** There is no Entra ID that would give the bot a token for what it says of its own accord. */
const NO_TOKEN = 'network_error';

/** `npm run fuzz [-- --requests 100000 --seed 1]`: nearly right requests to every route of a bot; exit code 1 for any failure. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const service = await startChatService();
  const settings = {
    ...{ PORT: '0', MESSAGES_PER_MINUTE: '1000000', ...service.settings },
    DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'fuzz-')), 'bot.db')}`,
    SUPPORT_PASSWORD_HASH: HASH,
  };
  const bot = new BotProcess(settings, join(projectRoot(), 'scripts', 'tell-heap.cjs'));
  try {
    const size = { requests: Number(values.requests), seed: Number(values.seed), atOnce: 16 };
    const isGood = await fuzz(bot, { ...size, password: PASSWORD, service });
    process.exitCode = isGood && complaintsOf(bot).length === 0 ? 0 : 1;
  } finally {
    await bot.end('SIGTERM');
    service.close();
    for (const complaint of complaintsOf(bot).slice(0, 20)) console.log(complaint.slice(0, 2000));
  }
}

/** Whether a bot bears it; says how. */
async function fuzz(bot: BotProcess, options: Omit<FuzzOptions, 'url'>): Promise<boolean> {
  const url = await bot.start();
  // What all entries look like is made at the first look, and takes a second of its own.
  const { cookie } = await signIn(url, PASSWORD);
  await fetch(`${url}/support/content/all`, { headers: { cookie } });
  const megabytes: number[] = [];
  const started = Date.now();
  const { failures, ...told } = await runFuzz({
    ...{ ...options, url },
    onProgress: async () => {
      megabytes.push(await heapMegabytes(bot));
    },
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  const half = megabytes.length / 2;
  const hasGrown = least(megabytes.slice(half)) > GROWTH * least(megabytes.slice(0, half));
  const isAlive = bot.isRunning;
  const report = { ...told, failures: failures.length, isAlive, hasGrown, seconds, megabytes };
  console.log(JSON.stringify(report));
  for (const { how, request } of failures.slice(0, 20))
    console.log(JSON.stringify({ how, ...request }).slice(0, 2000));
  return isAlive && failures.length === 0 && !hasGrown;
}

function complaintsOf(bot: BotProcess): readonly string[] {
  return bot.complaints.filter((line) => !line.includes(NO_TOKEN));
}

function least(megabytes: readonly number[]): number {
  return Math.min(...megabytes);
}

/** The least data that is left in the heaps of its threads, in some looks, once garbage is collected. */
async function heapMegabytes(bot: BotProcess): Promise<number> {
  const looks = await inSomeLooks(async () => {
    const { main, recognizer } = await bot.heaps();
    return main.data + recognizer.data;
  });
  return Math.round(least(looks) / 1e6);
}

runTool(main);
