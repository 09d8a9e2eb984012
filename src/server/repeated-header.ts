import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error';

/** Node gives the first of several, and a proxy on the way may have gone by another. */
const SINGLE = ['host', 'authorization', 'content-type'] as const;

/** The refusal of a request with a header more than once that may not be (RFC 9112, 3.2; RFC 9110, 5.3). */
export function repeatedHeader({
  headersDistinct,
}: Pick<IncomingMessage, 'headersDistinct'>): HttpError | undefined {
  const name = SINGLE.find((one) => (headersDistinct[one]?.length ?? 0) > 1);
  return name && new HttpError('BadRequest', `The header ${name} came more than once.`);
}
