import { beginChat, signIn } from './callers';
import { Requests, type Chatter, type Credentials, type FuzzRequest } from './requests';
import { Sender, type Outcome } from './send';
import { seeded } from './values';

export interface FuzzOptions {
  readonly url: string;
  readonly requests: number;
  readonly seed: number;
  readonly atOnce: number;
  /** Password of the support page. */
  readonly password: string;
  /** Whose activities the bot takes; without it, those of its own address. */
  readonly service?: Credentials['service'];
  /** How late an answer may come, 5000 unless told: a busy machine says nothing of the bot. */
  readonly slowMs?: number;
  /** Told after each tenth of the requests, when none is under way. */
  readonly onProgress?: () => Promise<void>;
}

/** How a bot bore it. */
export interface FuzzReport {
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Routes, and the statuses that they were answered with. */
  readonly routes: Readonly<Record<string, readonly string[]>>;
  readonly slowestMs: number;
  /** Requests that it failed at. */
  readonly failures: readonly Failure[];
}

interface Failure {
  readonly request: FuzzRequest;
  readonly how: string;
}

const CHATTERS = 40;
/** One of them leaves after so many requests, and another comes. */
const STAY = 50;
const SLOW_MS = 5000;
const INSIDE = /node_modules|\bat \S+ \(|SQLITE_|TypeError/;

/**
 * Sends requests made from a seed to every route. A failure is no answer, one after `slowMs`, one that tells of the
 * program's inside, and any from 500 up but 501, by which the Bot Framework refuses an invoke, and `/readyz` of a bot that is
 * too busy.
 */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { url, atOnce, onProgress } = options;
  const chatters = await Promise.all(
    Array.from({ length: CHATTERS }, (_, place) => beginChat(url, place)),
  );
  const requests = new Requests(seeded(options.seed), {
    ...{ chatters, service: options.service ?? { url } },
    supporter: await signIn(url, options.password),
    leaver: await signIn(url, options.password),
  });
  const sender = new Sender(url);
  const tally = new Tally(options.slowMs ?? SLOW_MS);
  let sent = 0;
  const sendUntil = async (limit: number) => {
    while (sent < limit) {
      sent += 1;
      if (sent % STAY === 0) await replace(chatters, url, sent / STAY);
      const request = requests.next();
      const outcome = await sender.send(request);
      requests.finds.learn(outcome.said);
      tally.add(request, outcome);
    }
  };
  for (let tenth = 1; tenth <= 10; tenth += 1) {
    const limit = (options.requests * tenth) / 10;
    await Promise.all(Array.from({ length: atOnce }, () => sendUntil(limit)));
    await onProgress?.();
  }
  sender.close();
  return tally.report;
}

async function replace(chatters: Chatter[], url: string, turn: number): Promise<void> {
  chatters[turn % chatters.length] = await beginChat(url, turn);
}

class Tally {
  readonly #statuses: Record<string, number> = {};
  readonly #routes = new Map<string, Set<string>>();
  readonly #failures: Failure[] = [];
  #slowestMs = 0;

  constructor(private readonly slowMs: number) {}

  add(request: FuzzRequest, outcome: Outcome): void {
    const { status, milliseconds } = outcome;
    this.#statuses[status] = (this.#statuses[status] ?? 0) + 1;
    this.#slowestMs = Math.max(this.#slowestMs, milliseconds);
    const route = `${request.method} ${request.route}`.trim();
    this.#routes.set(route, (this.#routes.get(route) ?? new Set()).add(status));
    const how = whatIsWrong(request, outcome) ?? this.#lateness(milliseconds);
    if (how !== undefined) this.#failures.push({ request, how });
  }

  #lateness(milliseconds: number): string | undefined {
    return milliseconds > this.slowMs ? `after ${milliseconds} ms` : undefined;
  }

  get report(): FuzzReport {
    return {
      ...{ statuses: this.#statuses, slowestMs: this.#slowestMs, failures: this.#failures },
      routes: Object.fromEntries(
        [...this.#routes].map(([route, seen]) => [route, [...seen].sort()]),
      ),
    };
  }
}

function whatIsWrong(request: FuzzRequest, outcome: Outcome): string | undefined {
  const { status, said } = outcome;
  const isGood =
    /^[1-4]\d\d$/.test(status) ||
    (status === '501' && request.route === '/api/messages') ||
    (status === '503' && request.path.startsWith('/readyz')) ||
    (status === 'closed' && request.bytes !== undefined);
  if (!isGood) return `${status} ${said}`.slice(0, 500);
  return Number(status) >= 400 && INSIDE.test(said) ? said.slice(0, 500) : undefined;
}
