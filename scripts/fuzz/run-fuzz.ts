import { beginChat, signIn } from './callers';
import { Requests, type Credentials, type FuzzRequest } from './requests';
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
  /** Told after each tenth of the requests. */
  readonly onProgress?: () => Promise<void>;
}

/** How a bot bore it. */
export interface FuzzReport {
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Routes that were answered with what was asked for. */
  readonly reached: ReadonlySet<string>;
  /** Requests that it failed at. */
  readonly failures: readonly { readonly request: FuzzRequest; readonly how: string }[];
}

const CHATTERS = 40;

/**
 * Sends requests made from a seed to every route; a failure is no answer, and any from 500 up but 503 and
 * 501, by which the Bot Framework refuses an invoke.
 */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { url, atOnce, onProgress } = options;
  const requests = new Requests(seeded(options.seed), {
    chatters: await Promise.all(
      Array.from({ length: CHATTERS }, (_, place) => beginChat(url, place)),
    ),
    supporter: await signIn(url, options.password),
    service: options.service ?? { url },
  });
  const statuses: Record<string, number> = {};
  const reached = new Set<string>();
  const failures: { request: FuzzRequest; how: string }[] = [];
  const tenth = Math.max(1, Math.floor(options.requests / 10));
  let sent = 0;
  const work = async () => {
    while (sent < options.requests) {
      sent += 1;
      if (sent % tenth === 0) await onProgress?.();
      const request = requests.next();
      const how = await send(url, request);
      statuses[how] = (statuses[how] ?? 0) + 1;
      if (how.startsWith('2')) reached.add(`${request.method} ${request.route}`);
      if (!/^(?:[1-4]\d\d|501|503)$/.test(how)) failures.push({ request, how });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { statuses, reached, failures };
}

async function send(url: string, { method, path, headers, body }: FuzzRequest): Promise<string> {
  try {
    const response = await fetch(`${url}${path}`, {
      ...{ method, headers, redirect: 'manual', signal: AbortSignal.timeout(20_000) },
      ...(body !== undefined && { body }),
    });
    await response.arrayBuffer();
    return String(response.status);
  } catch (error) {
    return error instanceof Error ? error.name : 'error';
  }
}
