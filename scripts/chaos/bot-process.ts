import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { projectRoot } from '../../src/project-root';
import { heapsOf } from '../heaps-of';

/** Long enough for the first signal to be heard. */
const AGAIN_MS = 20;

/** The built bot as a process of its own, that can be killed. */
export class BotProcess {
  #child: ChildProcess | undefined;
  readonly #complaints: string[] = [];

  /** @param preload a file that is loaded before the bot */
  constructor(
    private readonly settings: Readonly<Record<string, string>>,
    private readonly preload?: string,
  ) {}

  /** Starts it; gives its address once it listens. */
  async start(): Promise<string> {
    const before = this.preload === undefined ? [] : ['--require', this.preload];
    const script = join(projectRoot(), 'dist', 'src', 'index.js');
    const child = spawn(process.execPath, [...before, script], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', ...this.settings },
    });
    this.#child = child;
    linesOf(child.stderr).on('line', (line) => this.#complaints.push(line));
    return new Promise((resolve, reject) => {
      linesOf(child.stdout).on('line', (line) => {
        const url = / at (http:\/\/\S+)$/.exec(line)?.[1];
        if (url === undefined) this.#complaints.push(line);
        else resolve(url.replace('localhost', '127.0.0.1'));
      });
      child.once('exit', () => {
        reject(new Error(`The bot did not start.\n${this.#complaints.join('\n')}`));
      });
    });
  }

  /** What it wrote beside its address: errors. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  /** See {@link heapsOf}; only of one that was started to tell. */
  async heaps() {
    if (this.#child === undefined) throw new Error('The bot has not been started.');
    return heapsOf(this.#child);
  }

  get isRunning(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** With which it ended by itself. */
  get exitCode(): number | null {
    return this.#child?.exitCode ?? null;
  }

  /** Ends it at once, or asks it to, twice; resolves when it is gone, with the milliseconds that took. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    const started = Date.now();
    const child = this.#child;
    if (child === undefined || !this.isRunning) return 0;
    const gone = once(child, 'exit');
    child.kill(signal);
    setTimeout(() => child.kill(signal), AGAIN_MS).unref();
    await gone;
    return Date.now() - started;
  }
}

function linesOf(stream: Readable | null) {
  return createInterface({ input: stream ?? Readable.from([]) });
}
