import type { Response } from 'restify';
import { z } from 'zod';
import { DirectLineError } from '../channels/direct-line/direct-line-error';
import type { Log } from '../core/log';
import { isUnavailable } from '../storage/is-unavailable';
import { HttpError } from './http-error';

/** A refusal as callers get it: `{error: {code, message}}`. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfter?: number | undefined;
}

/** What restify throws of itself: an unknown path, a body that is no JSON or too long. */
const restifyError = z.object({
  statusCode: z.int().min(400).max(499),
  body: z.object({ code: z.string(), message: z.string() }),
});

const UNAVAILABLE: Refusal = new HttpError(
  'Unavailable',
  'Nothing can be kept at the moment. Try again in a few seconds.',
  { retryAfter: 5 },
);

/** Says what may be told of an error; whatever wasn't thrown on purpose becomes a bare 500. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof HttpError || error instanceof DirectLineError) return error;
  const known = restifyError.safeParse(error);
  if (known.success) return { status: known.data.statusCode, ...known.data.body };
  if (isUnavailable(error)) return UNAVAILABLE;
  return { status: 500, code: 'InternalError', message: 'Something went wrong here. Try again.' };
}

/** Answers a request that failed. */
export function sendError(response: Response, error: unknown, log: Log): void {
  const { status, code, message, retryAfter } = toRefusal(error);
  if (status >= 500) log.error({ err: error }, 'request failed');
  if (response.headersSent) return;
  if (retryAfter !== undefined) response.header('Retry-After', String(retryAfter));
  response.send(status, { error: { code, message } });
}
