import type { Server as HttpServer } from 'node:http';
import type { CloudAdapter } from 'botbuilder';
import type { Registry } from 'prom-client';
import { createServer as createRestify, type Request, type Response, type Server } from 'restify';
import type { DirectLine } from '../channels/direct-line/direct-line';
import type { Bot } from '../channels/direct-line/turns';
import type { Log } from '../core/log';
import { cors } from './cors';
import { DirectLineRoutes } from './direct-line-routes';
import { DirectLineStreams } from './direct-line-streams';
import { addHealthRoutes } from './health-routes';
import { addMessagesRoutes } from './messages-routes';
import { addMetrics } from './metrics';
import { securityHeaders } from './security-headers';
import { sendError } from './send-error';
import type { SiteLanguages } from './site-languages';
import { TokenDesk } from './token-desk';
import { WebChatRoutes } from './web-chat-routes';

/** Largest body that any endpoint takes, in bytes. */
const BODY_BYTES = 64 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;

export interface ServerOptions {
  readonly adapter: Pick<CloudAdapter, 'process'>;
  readonly bot: Bot;
  /** Whether the adapter has an app id, and so checks who calls it. */
  readonly isAuthenticated: boolean;
  readonly directLine: DirectLine;
  /** With it servers call the Direct Line; without it anybody may start a conversation. */
  readonly directLineSecret?: string | undefined;
  readonly languages: SiteLanguages;
  /** Folder that the build of the browser code made. */
  readonly webFolder: string;
  /** Origins of sites whose scripts may call the bot and whose pages may show it in a frame. */
  readonly allowedOrigins?: readonly string[];
  /** Whether a proxy stands before the bot, whose `X-Forwarded-*` headers are true. */
  readonly trustsProxy?: boolean;
  readonly isReady: () => Promise<boolean>;
  readonly metrics: Registry;
  readonly log: Log;
}

/** The HTTP side of the bot. */
export interface WebServer {
  /** Starts to listen and gives the address under which it is reached; rejects when the port is taken. */
  listen(port: number, host: string): Promise<string>;
  /** Takes no more requests, closes the streams, and resolves when the requests under way are answered. */
  close(): Promise<void>;
}

/** Builds the server without starting it. */
export function createServer(options: ServerOptions): WebServer {
  const { directLine, bot, log, trustsProxy = false, allowedOrigins = [] } = options;
  const server = createRestify({ name: '', handleUncaughtExceptions: false });
  const streams = new DirectLineStreams({ directLine, trustsProxy, log });
  server.pre(securityHeaders, cors(allowedOrigins));
  addHealthRoutes(server, options.isReady);
  addMetrics(server, options.metrics);
  addMessagesRoutes(server, { ...options, bot, bodyBytes: BODY_BYTES });
  new DirectLineRoutes({
    directLine,
    trustsProxy,
    secret: options.directLineSecret,
    bodyBytes: BODY_BYTES,
    uploadRefusal: (locale) => options.languages.pick(locale).t('bot:fallback.attachment'),
  }).addTo(server);
  new WebChatRoutes({
    folder: options.webFolder,
    languages: options.languages,
    tokens: new TokenDesk({ directLine, trustsProxy }),
    bodyBytes: BODY_BYTES,
    frameAncestors: allowedOrigins,
  }).addTo(server);
  streams.addTo(server.server);
  reportErrors(server, log);
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  return {
    listen: (port, host) => listen(server.server, port, host),
    close: () => close(server.server, streams),
  };
}

function reportErrors(server: Server, log: Log): void {
  server.on(
    'restifyError',
    (_request: Request, response: Response, error: unknown, done: () => void) => {
      sendError(response, error, log);
      done();
    },
  );
}

async function listen(server: HttpServer, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address !== null ? address.port : port;
  const name = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host) ? 'localhost' : host;
  return `http://${name}:${actualPort}`;
}

async function close(server: HttpServer, streams: DirectLineStreams): Promise<void> {
  streams.close();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  await closed;
}
