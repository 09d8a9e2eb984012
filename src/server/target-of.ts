import type { IncomingMessage } from 'node:http';
import { isHost } from './client';
import { HttpError } from './http-error';

/**
 * What a request is for, told by its path alone or by a whole address, which servers take as well (RFC 9112, 3.2.2; for
 * WebSockets RFC 6455, 4.1). Throws `BadRequest` where the address or the Host header can't be read.
 */
export function targetOf({ url = '', headers: { host = '' } }: IncomingMessage): URL {
  const isPath = url.startsWith('/');
  const address = isPath ? `http://${host === '' ? 'localhost' : host}${url}` : url;
  const target = URL.canParse(address) ? new URL(address) : undefined;
  const isOfTheWeb = target?.protocol === 'http:' || target?.protocol === 'https:';
  if (target === undefined || !isOfTheWeb || target.username + target.password !== '')
    throw unreadable();
  if (isPath && host !== '' && !isHost(host)) throw unreadable();
  return target;
}

function unreadable(): HttpError {
  return new HttpError('BadRequest', "The address or its Host header can't be read.");
}
