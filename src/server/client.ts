import type { IncomingMessage } from 'node:http';
import { networkOf } from './network-of';

/** How a request reached us, as its client sees it. */
export interface Client {
  /** What rates are counted by: see {@link networkOf}. */
  readonly address: string;
  /** `http://host:port` under which the client knows the bot. */
  readonly origin: string;
}

const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i;

/**
 * Reads who asks and under which address. What a proxy adds counts only when there is one: anybody can send
 * `X-Forwarded-*` headers.
 */
export function clientOf(request: IncomingMessage, trustsProxy: boolean): Client {
  const header = (name: string) => {
    const value = trustsProxy ? request.headers[name] : undefined;
    return typeof value === 'string' ? value.split(',').at(-1)?.trim() : undefined;
  };
  const host = header('x-forwarded-host') ?? request.headers.host ?? '';
  const protocol = header('x-forwarded-proto') === 'https' ? 'https' : 'http';
  return {
    address: networkOf(header('x-forwarded-for') ?? request.socket.remoteAddress ?? ''),
    origin: `${protocol}://${isHost(host) ? host : 'localhost'}`,
  };
}

/** Whether a text names a host, with or without a port. */
export function isHost(text: string): boolean {
  return HOST.test(text);
}
