import { beginningOf } from '../core/beginning-of';
import { CodedError } from '../core/errors';
import { hidePrivateDetails } from './local-redactor';

const LONGEST_MESSAGE = 300;
const MOST_CAUSES = 3;

/**
 * What a log may say of an error: kind, code, message and where. An error may carry far more, such as the request that
 * failed with all its words, so nothing else is taken over.
 */
export function toLoggedError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
  const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  return {
    type: error.name,
    message: loggedMessage(error),
    ...(isPlain(code) && { code }),
    ...(isPlain(statusCode) && { statusCode }),
    stack: framesOf(error),
    ...(error.cause !== undefined &&
      depth < MOST_CAUSES && { cause: toLoggedError(error.cause, depth + 1) }),
  };
}

/**
 * The message of an error as a log, or a list of what went wrong, may show it: redacted and cut. What it quotes may be
 * what a person wrote (`JSON.parse` does so), and is left out unless the error is this program's own.
 */
export function loggedMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : typeof error;
  const own = error instanceof CodedError ? message : message.replace(/"[^"]*("|$)/g, '"…"');
  const shown = hidePrivateDetails(own.slice(0, 2 * LONGEST_MESSAGE));
  return shown.length <= LONGEST_MESSAGE ? shown : `${beginningOf(shown, LONGEST_MESSAGE)}…`;
}

/** A stack begins with the message, which may have many lines. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
