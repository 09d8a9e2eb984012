import type { Next, Request, Response } from 'restify';
import { headerFault } from './header-fault';
import { HttpError } from './http-error';
import { targetOf, unreadable } from './target-of';

/**
 * Refuses addresses that can't be read, those with a NUL character, which nothing here is named by and PostgreSQL takes in
 * no text, and headers that are too many or contradict each other.
 */
export function checkAddress(request: Request, _response: Response, next: Next): void {
  next(whatIsWrong(request));
}

function whatIsWrong(request: Request): HttpError | undefined {
  if (request.url?.includes('%00') === true)
    return new HttpError('BadRequest', 'There are no addresses with %00.');
  const fault = headerFault(request);
  if (fault !== undefined) return fault;
  try {
    // A host in the address itself counts, and the header doesn't.
    request.headers.host = targetOf(request).host;
    // Later restify would read it where nobody catches what it throws.
    request.href();
    return undefined;
  } catch (cause) {
    return unreadable({ cause });
  }
}
