import { BrokenCircuitError, TaskCancelledError } from 'cockatiel';
import { z } from 'zod';
import { AzureLanguageError, type AzureFailure } from './azure-language-error';

/** What the client rejects with: a status where there was an answer, a code where there was none. */
const failure = z.object({
  name: z.string().optional(),
  code: z.string().optional(),
  statusCode: z.number().optional(),
});

/** Why a call of the service failed. */
export function reasonOf(error: unknown): AzureFailure {
  if (error instanceof AzureLanguageError) return error.reason;
  if (error instanceof BrokenCircuitError) return 'circuit-open';
  const { name, code, statusCode } = failure.safeParse(error).data ?? {};
  // What the deadline cuts off is either given up or aborted, whichever is noticed first.
  if (error instanceof TaskCancelledError || name === 'AbortError') return 'timeout';
  if (statusCode !== undefined && statusCode >= 300) return `status-${statusCode}`;
  const isNetwork = name === 'RestError' && code !== 'PARSE_ERROR' && statusCode === undefined;
  return isNetwork ? 'network' : 'unreadable';
}

/** Whether a failure speaks of the service; what it refuses for what the request is doesn't. */
export function isServiceFault(error: unknown): boolean {
  const reason = reasonOf(error);
  if (reason === 'budget') return false;
  return !reason.startsWith('status-4') || /-(?:401|403|408|429)$/.test(reason);
}
