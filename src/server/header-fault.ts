import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error';

/** Node gives the first of several, and a proxy on the way may have gone by another. */
const SINGLE = ['host', 'authorization', 'content-type'] as const;

/** More than any client sends; Node reads one more, so that it shows, and leaves out those after it. */
export const MOST_HEADERS = 100;

/**
 * The refusal of a request by its headers: too many, since one that isn't read may say how long the body is, or one more
 * than once that may not be (RFC 9112, 3.2; RFC 9110, 5.3).
 */
export function headerFault({
  headersDistinct,
  rawHeaders,
}: Pick<IncomingMessage, 'headersDistinct' | 'rawHeaders'>): HttpError | undefined {
  if (rawHeaders.length > 2 * MOST_HEADERS)
    return new HttpError('TooManyHeaders', `Send ${MOST_HEADERS} headers at most.`);
  const name = SINGLE.find((one) => (headersDistinct[one]?.length ?? 0) > 1);
  return name && new HttpError('BadRequest', `The header ${name} came more than once.`);
}
