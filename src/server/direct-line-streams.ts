import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { DirectLine } from '../channels/direct-line/direct-line';
import { DirectLineError } from '../channels/direct-line/direct-line-error';
import type { Grant } from '../channels/direct-line/tokens';
import type { Log } from '../core/log';
import { clientOf } from './client';
import { headerFault } from './header-fault';
import { HttpError } from './http-error';
import { toRefusal } from './send-error';
import { serveWithoutUpgrade } from './serve-without-upgrade';
import { targetOf } from './target-of';

const PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;
const KEEP_ALIVE_MS = 25_000;
/** A client that lets so much pile up is cut off; it comes back with its watermark. */
const MAXIMUM_BACKLOG_BYTES = 1_000_000;
const GOING_AWAY = 1001;

export interface DirectLineStreamsOptions {
  readonly directLine: DirectLine;
  readonly trustsProxy: boolean;
  readonly log: Log;
}

/** The WebSockets over which clients get their activities. */
export class DirectLineStreams {
  readonly #options: DirectLineStreamsOptions;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  readonly #openPerAddress = new Map<string, number>();

  constructor(options: DirectLineStreamsOptions) {
    this.#options = options;
  }

  addTo(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const isStream = request.headers.upgrade?.toLowerCase() === 'websocket';
      if (!isStream && headerFault(request) === undefined) {
        serveWithoutUpgrade(server, { request, socket, head });
        return;
      }
      // Whoever hangs up before the stream is open must not take the process along.
      socket.on('error', () => socket.destroy());
      void this.#upgrade(request, socket, head).catch((error: unknown) => {
        refuse(request, socket, error);
      });
    });
  }

  /** Closes all streams; clients reconnect elsewhere or later. */
  close(): void {
    for (const socket of this.#sockets.clients) socket.close(GOING_AWAY);
    this.#sockets.close();
  }

  /** Waits no longer for clients that don't answer the end of their stream. */
  hangUp(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const fault = headerFault(request);
    if (fault !== undefined) throw fault;
    const { pathname, searchParams } = targetOf(request);
    const conversationId = PATH.exec(pathname)?.[1];
    if (conversationId === undefined) throw new HttpError('NotFound', 'There is no such stream.');
    const { directLine } = this.#options;
    const grant = await directLine.tokens.verify('stream', searchParams.get('t') ?? '');
    if (grant.conv !== conversationId)
      throw new DirectLineError('ForeignConversation', 'The token is for another conversation.');
    await directLine.find(conversationId);
    const release = this.#reserve(clientOf(request, this.#options.trustsProxy).address);
    socket.once('close', release);
    this.#sockets.handleUpgrade(request, socket, head, (opened) => {
      void this.#stream(opened, grant, searchParams.get('watermark') ?? undefined);
    });
  }

  #reserve(address: string): () => void {
    const open = this.#openPerAddress.get(address) ?? 0;
    if (open >= this.#options.directLine.limits.streamsPerAddress)
      throw new HttpError('TooManyRequests', 'Too many open streams from your address.');
    this.#openPerAddress.set(address, open + 1);
    return () => {
      const left = (this.#openPerAddress.get(address) ?? 1) - 1;
      if (left > 0) this.#openPerAddress.set(address, left);
      else this.#openPerAddress.delete(address);
    };
  }

  async #stream(socket: WebSocket, grant: Grant, watermark: string | undefined): Promise<void> {
    socket.on('error', () => socket.terminate());
    keepAlive(socket);
    try {
      const stop = await this.#options.directLine.stream(grant, watermark, {
        send: (set) => {
          if (socket.bufferedAmount > MAXIMUM_BACKLOG_BYTES) socket.terminate();
          else socket.send(JSON.stringify(set));
        },
        fail: (error) => {
          this.#options.log.error({ err: error }, 'stream failed');
          socket.terminate();
        },
      });
      socket.once('close', stop);
      if (socket.readyState !== socket.OPEN) stop();
    } catch (error) {
      socket.close(1008, toRefusal(error).code);
    }
  }
}

/** Empty messages keep proxies from closing the connection; a socket that doesn't answer a ping is given up. */
function keepAlive(socket: WebSocket): void {
  let isAlive = true;
  socket.on('pong', () => (isAlive = true));
  const timer = setInterval(() => {
    if (!isAlive) {
      socket.terminate();
      return;
    }
    isAlive = false;
    socket.ping();
    socket.send('');
  }, KEEP_ALIVE_MS);
  socket.once('close', () => clearInterval(timer));
}

/** Says why, and hangs up: nothing else would, on a client that keeps its side open. */
function refuse({ method }: IncomingMessage, socket: Duplex, error: unknown): void {
  const { status, code, message } = toRefusal(error);
  const body = method === 'HEAD' ? '' : JSON.stringify({ error: { code, message } });
  socket.once('finish', () => socket.destroy());
  socket.end(
    [
      `HTTP/1.1 ${status} ${code}`,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
