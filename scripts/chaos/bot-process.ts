import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root';

/** The built bot as a process of its own, that can be killed. */
export class BotProcess {
  #child: ChildProcess | undefined;

  constructor(private readonly settings: Readonly<Record<string, string>>) {}

  /** Starts it; gives its address once it listens. */
  async start(): Promise<string> {
    const child = spawn(process.execPath, [join(projectRoot(), 'dist', 'src', 'index.js')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', ...this.settings },
    });
    this.#child = child;
    let said = '';
    for await (const chunk of child.stdout) {
      said += String(chunk);
      const url = /http:\/\/\S+/.exec(said)?.[0];
      if (url !== undefined) return url.replace('localhost', '127.0.0.1');
    }
    throw new Error('The bot did not start.');
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** Ends it at once, or asks it to; resolves when it is gone, with the milliseconds that took. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    const started = Date.now();
    const child = this.#child;
    if (child === undefined || !this.isRunning) return 0;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
    return Date.now() - started;
  }
}
