import type { IncomingMessage } from 'node:http';
import { isHost } from './client';
import { HttpError } from './http-error';

/**
 * What a request is for, told by its path alone or by a whole address, whose host then counts (RFC 9112, 3.2.2; for
 * WebSockets RFC 6455, 4.1). Throws `BadRequest` where the address or the Host header can't be read.
 */
export function targetOf({ url = '', headers: { host = '' } }: IncomingMessage): URL {
  // The server as a whole (RFC 9112, 3.2.4), as restify calls it too.
  const path = url === '*' ? '/*' : url;
  const address = path.startsWith('/') ? `http://${host === '' ? 'localhost' : host}${path}` : path;
  const target = URL.canParse(address) ? new URL(address) : undefined;
  const isReadable =
    target !== undefined &&
    /^https?:$/.test(target.protocol) &&
    target.username + target.password === '' &&
    [target.host, host].every((name) => name === '' || isHost(name));
  if (!isReadable) throw unreadable();
  return target;
}

/** The refusal of an address. */
export function unreadable(options?: ErrorOptions): HttpError {
  return new HttpError('BadRequest', "The address or its Host header can't be read.", options);
}
