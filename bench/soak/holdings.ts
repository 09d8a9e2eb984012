import { existsSync, statSync } from 'node:fs';

/** What a bot's process holds at a moment, as it tells it itself at `/metrics`. */
export interface Holdings {
  /** MB. */
  readonly resident: number;
  readonly heap: number;
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
  heap: 'nodejs_heap_size_used_bytes',
  external: 'nodejs_external_memory_bytes',
  openFiles: 'process_open_fds',
  handles: 'nodejs_active_handles_total',
  resources: 'nodejs_active_resources_total',
};

/** Asks a bot that keeps its database in a file. */
export async function holdingsOf(url: string, file: string): Promise<Holdings> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const figure = (name: keyof typeof FIGURES) =>
    Number(new RegExp(`^${FIGURES[name]} (\\S+)`, 'm').exec(metrics)?.[1]);
  const size = (path: string) => (existsSync(path) ? statSync(path).size : 0) / 1e6;
  return {
    resident: figure('resident') / 1e6,
    heap: figure('heap') / 1e6,
    external: figure('external') / 1e6,
    openFiles: figure('openFiles'),
    handles: figure('handles'),
    resources: figure('resources'),
    database: size(file),
    log: size(`${file}-wal`),
  };
}
