import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, postgresUser } from './postgres-programs';

const STARTING_MS = 50_000;

/** A PostgreSQL server in a folder of its own, reached through a socket in it. */
export class PostgresServer {
  readonly #data: string;

  constructor(private readonly folder: string) {
    this.#data = join(folder, 'data');
  }

  /** Starts it, or waits until another process has. */
  async start(): Promise<void> {
    const ready = join(this.folder, 'ready');
    if (this.#claim()) {
      this.#run('initdb', ['--no-sync', '--auth=trust', '--username=bot', '--encoding=UTF8']);
      this.resume();
      writeFileSync(ready, '');
    }
    for (let waited = 0; !existsSync(ready) && waited < STARTING_MS; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Starts it again after {@link stop}. */
  resume(): void {
    // Nothing here outlives the run: it may as well be fast.
    const options = `-F -k ${this.folder} -c listen_addresses= -c max_connections=200`;
    this.#run('pg_ctl', ['-w', '-l', join(this.folder, 'log'), '-o', options, 'start']);
  }

  /** Stops it at once, as a crash would. */
  stop(): void {
    this.#run('pg_ctl', ['-m', 'immediate', 'stop']);
  }

  /** Stops it for good, if it was ever started. */
  remove(): void {
    if (existsSync(join(this.#data, 'postmaster.pid'))) this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Address of one of its databases. */
  url(database: string): string {
    return `postgres://bot@localhost/${database}?host=${this.folder}`;
  }

  #claim(): boolean {
    try {
      mkdirSync(this.folder);
    } catch {
      return false;
    }
    const user = postgresUser();
    if (user !== undefined) chownSync(this.folder, user.uid, user.gid);
    return true;
  }

  #run(program: string, args: readonly string[]): void {
    execFileSync(join(findPostgres() ?? '', program), ['-D', this.#data, ...args], {
      ...postgresUser(),
      ...{ cwd: this.folder, stdio: 'ignore' },
    });
  }
}

/** The server that the tests of a run share; whoever needs it first starts it. */
export function sharedServer(): PostgresServer {
  return new PostgresServer(join(tmpdir(), 'postgres'));
}
