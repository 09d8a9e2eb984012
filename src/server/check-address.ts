import type { Next, Request, Response } from 'restify';
import { isHost } from './client';
import { HttpError } from './http-error';
import { repeatedHeader } from './repeated-header';

/**
 * Refuses addresses that can't be read, since restify would read them where nobody catches what it throws, those with
 * a NUL character, which nothing here is named by and PostgreSQL takes in no text, and headers that contradict each other.
 */
export function checkAddress(request: Request, _response: Response, next: Next): void {
  next(whatIsWrong(request));
}

function whatIsWrong(request: Request): HttpError | undefined {
  if (request.url?.includes('%00') === true)
    return new HttpError('BadRequest', 'There are no addresses with %00.');
  const repeated = repeatedHeader(request);
  if (repeated !== undefined) return repeated;
  try {
    return isReadable(request) ? undefined : unreadable();
  } catch (cause) {
    return unreadable({ cause });
  }
}

/** A host in the address itself counts, and the header doesn't (RFC 9112, 3.2.2). */
function isReadable(request: Request): boolean {
  const { protocol, username, password, host: named } = new URL(request.href());
  if (request.url?.startsWith('/') === false) request.headers.host = named;
  const { host = '' } = request.headers;
  const isOfTheWeb = /^https?:$/.test(protocol) && username + password === '';
  return isOfTheWeb && (host === '' || isHost(host));
}

function unreadable(options?: ErrorOptions): HttpError {
  return new HttpError('BadRequest', "The address or its Host header can't be read.", options);
}
