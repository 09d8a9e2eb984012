import type { Next, Request, Response } from 'restify';
import { isHost } from './client';
import { HttpError } from './http-error';

/**
 * Refuses addresses that can't be read, since restify would read them where nobody catches what it throws, and those with
 * a NUL character, which nothing here is named by and PostgreSQL takes in no text.
 */
export function checkAddress(request: Request, _response: Response, next: Next): void {
  next(whatIsWrong(request));
}

function whatIsWrong(request: Request): HttpError | undefined {
  if (request.url?.includes('%00') === true)
    return new HttpError('BadRequest', 'There are no addresses with %00.');
  const { host = '' } = request.headers;
  try {
    request.getUrl();
    return host === '' || isHost(host) ? undefined : unreadable();
  } catch (cause) {
    return unreadable({ cause });
  }
}

function unreadable(options?: ErrorOptions): HttpError {
  return new HttpError('BadRequest', "The address or its Host header can't be read.", options);
}
