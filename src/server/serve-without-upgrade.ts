import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Serves a request as if it had not asked for another protocol, as HTTP wants it of who doesn't speak that one: some
 * clients offer h2c with every first request (RFC 9110, 7.8). Node has let go of the connection; it is given back with the
 * request unread, but for the offer.
 */
export function serveWithoutUpgrade(
  server: Server,
  { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer },
): void {
  const { method = '', url = '', httpVersion, rawHeaders } = request;
  const lines = rawHeaders.flatMap((name, place) => {
    if (place % 2 === 1) return [];
    const value = rawHeaders[place + 1] ?? '';
    return /^(?:upgrade|http2-settings|connection)$/i.test(name) ? [] : [`${name}: ${value}`];
  });
  const text = [`${method} ${url} HTTP/${httpVersion}`, ...lines, '', ''].join('\r\n');
  socket.unshift(Buffer.concat([Buffer.from(text, 'latin1'), head]));
  server.emit('connection', socket);
}
