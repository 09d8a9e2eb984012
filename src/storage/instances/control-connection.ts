import { Client, type QueryResult, type QueryResultRow } from 'pg';
import type { Log } from '../../core/log';
import { SerialQueue } from './serial-queue';

const CHANNEL = 'partner_benefits_bot';
/** First key of the advisory locks by which instances show that they live; the second is their number. */
export const LIFE_LOCK = 0x626f74;
const JOB_LOCK = 0x626f75;
const RECONNECT_MS = 1000;
/** The server must notice within half a minute that this machine is gone, to let others go on. */
const NOTICE = [
  '-c tcp_keepalives_idle=10',
  '-c tcp_keepalives_interval=5',
  '-c tcp_keepalives_count=3',
].join(' ');

export interface ControlOptions {
  readonly url: string;
  /** Number of this instance, unlike that of any other. */
  readonly instance: number;
  readonly told: (payload: string) => void;
  /** Called after each reconnection: what was told meanwhile is lost. */
  readonly reconnected: () => void;
  readonly log: Log;
}

/** The one connection of an instance that stays: it holds its locks, and hears and tells. */
export class ControlConnection {
  #client: Client | undefined;
  /** A connection does one thing after another. */
  readonly #queue = new SerialQueue();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(private readonly options: ControlOptions) {}

  /** Connects, and from then on connects again whenever the connection is lost. Rejects when it can't be made at first. */
  async open(): Promise<void> {
    const { url, instance, told } = this.options;
    const client = new Client({
      ...{ connectionString: url, application_name: 'partner-benefits-bot control' },
      ...{ keepAlive: true, connectionTimeoutMillis: 5000, query_timeout: 10_000, options: NOTICE },
    });
    client.on('notification', ({ payload = '' }) => told(payload));
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await client.query('select pg_advisory_lock($1, $2)', [LIFE_LOCK, instance]);
      await client.query(`listen ${CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    this.#client = client;
  }

  /** Tells all instances, this one too; a failure is as good as a lost message. */
  tell(payload: string): void {
    void this.#query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(() => undefined);
  }

  /** Takes the lock of a job if nobody has it; false also without a connection. */
  async tryLock(job: string): Promise<boolean> {
    const result = await this.#query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as taken',
      [JOB_LOCK, job],
    );
    return result?.rows[0]?.taken ?? false;
  }

  /** Lets go of the lock of a job; it is gone with the connection anyway. */
  async unlock(job: string): Promise<void> {
    const unlock = 'select pg_advisory_unlock($1, hashtext($2))';
    await this.#query(unlock, [JOB_LOCK, job]).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#client?.end();
  }

  /** Notices a connection that is dead without a word. */
  check(): void {
    const client = this.#client;
    void this.#query('select 1').catch(() => void client?.end().catch(() => undefined));
  }

  /** Gives nothing while there is no connection. */
  #query<Row extends QueryResultRow>(
    statement: string,
    values: readonly unknown[] = [],
  ): Promise<QueryResult<Row> | undefined> {
    return this.#queue.run('', async () => this.#client?.query<Row>(statement, [...values]));
  }

  #lost(client: Client): void {
    if (this.#isClosed || this.#client !== client) return;
    this.#client = undefined;
    this.options.log.warn({}, 'connection between instances lost');
    this.#reconnectLater();
  }

  #reconnectLater(): void {
    this.#timer = setTimeout(() => void this.#reconnect(), RECONNECT_MS);
    this.#timer.unref();
  }

  /** It may be closed meanwhile. */
  async #reconnect(): Promise<void> {
    const isBack = await this.open().then(
      () => true,
      () => false,
    );
    if (this.#isClosed) return this.close();
    if (isBack) {
      this.options.log.info({}, 'connection between instances is back');
      this.options.reconnected();
    } else this.#reconnectLater();
  }
}
