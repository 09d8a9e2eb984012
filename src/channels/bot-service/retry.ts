import {
  DelegateBackoff,
  handleWhen,
  retry,
  timeout,
  TimeoutStrategy,
  wrap,
  type IPolicy,
} from 'cockatiel';
import { z } from 'zod';
import { readRetryAfter } from '../../outbound/read-retry-after';

/** Attempts after the first, and the pause before the first of them; it doubles, and varies by a quarter. */
const RETRIES = 4;
const FIRST_PAUSE_MS = 500;
/** A connector that wants more patience than this gets none: nobody waits so long for an answer. */
const LONGEST_PAUSE_MS = 20_000;
/** All attempts of a message and their pauses: the next message of the conversation waits for it. */
const DEADLINE_MS = 60_000;

/** What a connector call rejects with: a status where there was an answer, a code where there was none. */
const failure = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z
    .object({
      headers: z.custom<{ get(name: string): string | undefined }>(
        (headers) => headers instanceof Object && 'get' in headers,
      ),
    })
    .optional(),
});

type Failure = z.infer<typeof failure>;

/** What Teams asks bots to try again, and a service that says it can't serve: the message went no further. */
const REFUSED_FOR_NOW = [412, 429, 502, 503, 504];

/**
 * Tries connector calls again that were refused for now, as Teams asks bots to, or found no connection. What may have
 * arrived, as the connector failed over it (500) or gave no answer, is not sent again: nobody is answered twice.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export function createRetry(random: () => number = Math.random): IPolicy {
  const tries = retry(
    handleWhen((error) => isPassing(readFailure(error))),
    {
      maxAttempts: RETRIES,
      backoff: new DelegateBackoff(({ attempt, result }) => {
        const asked = retryAfterOf(readFailure('error' in result ? result.error : undefined));
        return asked ?? FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.75 + random() / 2);
      }),
    },
  );
  return wrap(timeout(DEADLINE_MS, TimeoutStrategy.Aggressive), tries);
}

function isPassing(error: Failure): boolean {
  const { statusCode: status = 0, code } = error;
  if ((retryAfterOf(error) ?? 0) > LONGEST_PAUSE_MS) return false;
  return REFUSED_FOR_NOW.includes(status) || (status === 0 && code === 'ECONNREFUSED');
}

function retryAfterOf({ response }: Failure): number | undefined {
  return readRetryAfter(response?.headers.get('retry-after'), Date.now());
}

function readFailure(error: unknown): Failure {
  return failure.safeParse(error).data ?? {};
}
