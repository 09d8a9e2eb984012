import { z } from 'zod';
import { createRequests, seeded, type Credentials, type FuzzRequest } from './requests';

const tokenSchema = z.object({ token: z.string(), conversationId: z.string() });

export interface FuzzOptions {
  readonly url: string;
  readonly requests: number;
  readonly seed: number;
  readonly atOnce: number;
  /** Told after each tenth of the requests. */
  readonly onProgress?: () => Promise<void>;
}

/** How a bot bore it: answers by status, and the requests that it failed at. */
export interface FuzzReport {
  readonly statuses: Readonly<Record<string, number>>;
  readonly failures: readonly { readonly request: FuzzRequest; readonly how: string }[];
}

/**
 * Sends requests made from a seed to every route; a failure is no answer, and any from 500 up but 503 and
 * 501, by which the Bot Framework refuses an invoke.
 */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { url, requests, atOnce, onProgress } = options;
  const credentials = await Promise.all(Array.from({ length: 20 }, () => begin(url)));
  const next = createRequests(seeded(options.seed), credentials, url);
  const statuses: Record<string, number> = {};
  const failures: { request: FuzzRequest; how: string }[] = [];
  const tenth = Math.max(1, Math.floor(requests / 10));
  let sent = 0;
  const work = async () => {
    while (sent < requests) {
      sent += 1;
      if (sent % tenth === 0) await onProgress?.();
      const request = next();
      const how = await send(url, request);
      statuses[how] = (statuses[how] ?? 0) + 1;
      if (!/^(?:[1-4]\d\d|501|503)$/.test(how)) failures.push({ request, how });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { statuses, failures };
}

async function begin(url: string): Promise<Credentials> {
  const post = (path: string, token?: string) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      body: '{}',
      headers: {
        'Content-Type': 'application/json',
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
    });
  const answer = tokenSchema.parse(await (await post('/webchat/token')).json());
  await post('/v3/directline/conversations', answer.token);
  return { token: answer.token, conversation: answer.conversationId };
}

async function send(url: string, { path, body, ...request }: FuzzRequest): Promise<string> {
  try {
    const response = await fetch(`${url}${path}`, {
      ...{ ...request, redirect: 'manual', signal: AbortSignal.timeout(20_000) },
      ...(body !== undefined && { body }),
    });
    await response.arrayBuffer();
    return String(response.status);
  } catch (error) {
    return error instanceof Error ? error.name : 'error';
  }
}
