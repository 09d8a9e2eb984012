import { hidePrivateDetails } from './local-redactor';

const LONGEST_MESSAGE = 300;
const MOST_CAUSES = 3;

/**
 * What a log may say of an error: kind, code, message and where. An error may carry far more, such as the request that
 * failed with all its words, so nothing else is taken over; its message is redacted and cut.
 */
export function toLoggedError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, statusCode } = error as { readonly code?: unknown; readonly statusCode?: unknown };
  const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  return {
    type: error.name,
    message: shortened(error.message),
    ...(isPlain(code) && { code }),
    ...(isPlain(statusCode) && { statusCode }),
    stack: framesOf(error),
    ...(error.cause !== undefined &&
      depth < MOST_CAUSES && { cause: toLoggedError(error.cause, depth + 1) }),
  };
}

/** The message begins the stack, and may have many lines. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

/** What a message of someone else's quotes is in quotation marks. */
function shortened(message: string): string {
  const redacted = hidePrivateDetails(message.slice(0, 2 * LONGEST_MESSAGE));
  return redacted.length <= LONGEST_MESSAGE ? redacted : `${redacted.slice(0, LONGEST_MESSAGE)}…`;
}
