import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program = join(__dirname, '../../../examples/account-server/server.mjs');

/** The sample account server, running as its own process. */
export class AccountServer {
  readonly url: string;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #log: string[] = [];
  #marks = 0;

  private constructor(process: ChildProcessWithoutNullStreams, url: string) {
    this.#process = process;
    this.url = url;
  }

  /** Starts the server on a free port. */
  static async start(): Promise<AccountServer> {
    const child = spawn(process.execPath, [program, '0']);
    const lines = createInterface(child.stdout);
    const [first] = (await once(lines, 'line')) as [string];
    const server = new AccountServer(child, first.replace('listening on ', ''));
    lines.on('line', (line) => server.#log.push(line));
    return server;
  }

  /** How often it has been asked about a user so far. */
  async calls(user: string): Promise<number> {
    return this.#count(`GET /v1/account ${user}`);
  }

  /** How often it has been asked for an access token so far. */
  async tokensAsked(): Promise<number> {
    return this.#count('POST /oauth/token ');
  }

  /** Counts the lines of its log, once a last line of ours has come through. */
  async #count(line: string): Promise<number> {
    this.#marks += 1;
    const mark = `/mark/${this.#marks}`;
    await (await fetch(`${this.url}${mark}`)).text();
    while (!this.#log.includes(`GET ${mark} `)) await new Promise(setImmediate);
    return this.#log.filter((logged) => logged === line).length;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || !this.#process.kill()) return;
    await once(this.#process, 'exit');
  }
}
