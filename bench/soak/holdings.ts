import { existsSync, statSync } from 'node:fs';
import { inSomeLooks } from '../../scripts/heaps-of';
import type { BotProcess } from '../turns/bot-process';

/** What a bot's process holds at a moment, as it tells it itself. */
export interface Holdings {
  /** MB. */
  readonly resident: number;
  /** Data that the heaps of its threads hold once garbage is collected. */
  readonly heap: number;
  readonly recognizer: number;
  /** What V8 has compiled, in both. */
  readonly code: number;
  readonly external: number;
  readonly openFiles: number;
  readonly handles: number;
  /** Handles, timers and whatever else keeps an event loop going. */
  readonly resources: number;
  /** Size of the database file and of its write-ahead log, MB. */
  readonly database: number;
  readonly log: number;
}

const FIGURES = {
  resident: 'process_resident_memory_bytes',
  external: 'nodejs_external_memory_bytes',
  openFiles: 'process_open_fds',
  handles: 'nodejs_active_handles_total',
  resources: 'nodejs_active_resources_total',
};

/** The least that a bot holds in some looks; nobody talks to it. */
export async function leastHoldings(bot: BotProcess, file: string): Promise<Holdings> {
  const looks = await inSomeLooks(() => holdingsOf(bot, file));
  const least = (name: keyof Holdings) => Math.min(...looks.map((look) => look[name]));
  return {
    ...{ resident: least('resident'), heap: least('heap'), recognizer: least('recognizer') },
    code: least('code'),
    ...{ external: least('external'), openFiles: least('openFiles'), handles: least('handles') },
    ...{ resources: least('resources'), database: least('database'), log: least('log') },
  };
}

/** Asks a bot that was started with `tell-heap.cjs` and keeps its database in a file. */
async function holdingsOf(bot: BotProcess, file: string): Promise<Holdings> {
  const { main, recognizer } = await bot.heaps();
  const metrics = await (await fetch(`${bot.url}/metrics`)).text();
  const figure = (name: keyof typeof FIGURES) =>
    Number(new RegExp(`^${FIGURES[name]} (\\S+)`, 'm').exec(metrics)?.[1]);
  const size = (path: string) => (existsSync(path) ? statSync(path).size : 0) / 1e6;
  return {
    resident: figure('resident') / 1e6,
    ...{ heap: main.data / 1e6, recognizer: recognizer.data / 1e6 },
    code: (main.code + recognizer.code) / 1e6,
    external: figure('external') / 1e6,
    openFiles: figure('openFiles'),
    handles: figure('handles'),
    resources: figure('resources'),
    database: size(file),
    log: size(`${file}-wal`),
  };
}
