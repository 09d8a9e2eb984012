import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { heapsOf } from '../../scripts/heaps-of';

/** A bot in a process of its own, so that the load it is under costs it nothing. */
export class BotProcess {
  private constructor(
    readonly name: string,
    readonly url: string,
    /** Milliseconds from the start of the process until it was ready. */
    readonly startTime: number,
    private readonly child: ChildProcess,
  ) {}

  /** Starts a script that listens on `PORT`, and waits until `path` of it answers. */
  static async start(
    name: string,
    options: {
      script: string;
      port: number;
      path: string;
      env?: NodeJS.ProcessEnv;
      /** A file that is loaded before it. */
      preload?: string;
    },
  ): Promise<BotProcess> {
    const { script, port, path, env, preload } = options;
    const begun = performance.now();
    const before = preload === undefined ? [] : ['--require', preload];
    const child = spawn(process.execPath, [...before, script], {
      env: { ...process.env, LOG_LEVEL: 'error', PORT: String(port), ...env },
      stdio: ['ignore', 'ignore', 'inherit', ...(preload === undefined ? [] : ['ipc' as const])],
    });
    const url = `http://127.0.0.1:${port}`;
    while (!(await isReady(`${url}${path}`))) {
      if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return new BotProcess(name, url, performance.now() - begun, child);
  }

  /** Resident memory now, MB. */
  get memory(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  }

  /** See {@link heapsOf}; only of one that was started to tell. */
  heaps() {
    return heapsOf(this.child);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
