import { buildSync } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

// Two folders below the root, like the tests: the content is found from there.
const program = join(__dirname, '../../dist/instances/child.cjs');

/** One of several processes that serve from the same database. */
export interface Instance {
  readonly url: string;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  /** Lets it end what it has begun; gives its exit code. */
  stop(): Promise<number | null>;
}

/** Compiles the program that {@link startInstance} runs. */
export function buildInstance(): void {
  buildSync({
    ...{ entryPoints: [join(__dirname, 'instance-child.ts')], outfile: program, bundle: true },
    ...{ platform: 'node', target: 'node20', packages: 'external', logLevel: 'error' },
  });
}

/** Starts the whole program in a process of its own, on a machine whose clock is that far ahead. */
export async function startInstance(databaseUrl: string, clockAheadMs = 0): Promise<Instance> {
  const env = {
    ...{ PATH: process.env['PATH'], DATABASE_URL: databaseUrl },
    CLOCK_AHEAD_MS: String(clockAheadMs),
  };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = (await once(createInterface(child.stdout), 'line')) as [string];
  const end = async (signal: NodeJS.Signals) => {
    if (isRunning(child)) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  return {
    url: address.replace('localhost', '127.0.0.1'),
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
