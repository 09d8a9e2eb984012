import type { Server } from 'node:http';
import { MOST_HEADERS } from './header-fault';

/** How long a client may keep a connection busy without getting on, in milliseconds. */
export interface ConnectionLimits {
  /** From the first byte of a request to the end of its headers, and to its end. */
  readonly headers: number;
  readonly request: number;
  /** Between two requests: longer than usual proxies wait, so that they close first. */
  readonly keepAlive: number;
  /** Without a byte in either direction. */
  readonly idle: number;
  /** Pause between two looks for those who are late. */
  readonly check: number;
}

const LIMITS: ConnectionLimits = {
  headers: 10_000,
  request: 30_000,
  keepAlive: 65_000,
  idle: 120_000,
  check: 5_000,
};

/** Cuts off clients that send slowly or not at all, before the server listens. WebSockets have pings of their own. */
export function limitConnections(server: Server, limits: ConnectionLimits = LIMITS): void {
  server.headersTimeout = limits.headers;
  server.requestTimeout = limits.request;
  server.keepAliveTimeout = limits.keepAlive;
  server.timeout = limits.idle;
  server.maxHeadersCount = MOST_HEADERS + 1;
  // An option of `http.createServer`, which restify calls without any.
  Object.assign(server, { connectionsCheckingInterval: limits.check });
}
