import type { Server as HttpServer } from 'node:http';
import type { Registry } from 'prom-client';
import { createServer as createRestify, type Request, type Response, type Server } from 'restify';
import type { BotServiceAdapter } from '../channels/bot-service/bot-service-adapter';
import type { DemoPerson } from '../accounts/demo/demo-people';
import type { SupportSite } from '../support-page/support-site';
import type { DirectLine } from '../channels/direct-line/direct-line';
import type { Bot } from '../channels/direct-line/turns';
import type { Clock } from '../core/clock';
import { ConfigError } from '../core/errors';
import type { KnownVisitors } from '../core/known-visitors';
import type { Log } from '../core/log';
import { unwatched, type WatchSystem } from '../core/watch-call';
import type { RateLimits } from '../rates/rate-limits';
import { AzureTokenSource } from './azure-token-source';
import { checkAddress } from './check-address';
import { cors } from './cors';
import { addDemoRoutes } from './demo-routes';
import { DemoSite } from './demo-site';
import { DirectLineRoutes } from './direct-line-routes';
import { DirectLineStreams } from './direct-line-streams';
import type { Door } from './door';
import { EmbeddedTokenSource } from './embedded-token-source';
import { headAsGet } from './head-as-get';
import { addHealthRoutes } from './health-routes';
import { limitConnections } from './limit-connections';
import { addMessagesRoutes } from './messages-routes';
import { addMetrics } from './metrics';
import { oneAtATime } from './one-at-a-time';
import { securityHeaders } from './security-headers';
import { sendError } from './send-error';
import type { SiteLanguages } from './site-languages';
import { SupportRoutes } from './support/support-routes';
import { addTokenRoutes } from './token-routes';
import { createVisitorVerifier, type HostSite, type UsedTokens } from './visitor-verifier';
import { WebChatRoutes } from './web-chat-routes';
import { findWebFiles, type WebFiles } from './web-files';

/** What is left of the ten seconds of a stop is for the turns. */
const GRACE_MS = 4000;
/** Largest body that any endpoint takes, in bytes. */
const BODY_BYTES = 64 * 1024;

export interface ServerOptions {
  readonly adapter: Pick<BotServiceAdapter, 'receive'>;
  readonly bot: Bot;
  /** Lets activities of `/api/messages` in. */
  readonly door: Door;
  readonly directLine: DirectLine;
  /** With it servers call the embedded Direct Line; without it anybody may start a conversation. */
  readonly directLineApiSecret?: string | undefined;
  /** Azure's Direct Line, from which the chat page then gets its tokens. */
  readonly azureDirectLine?: { readonly secret: string; readonly endpoint: string } | undefined;
  readonly languages: SiteLanguages;
  /** Folder that the build of the browser code made. */
  readonly webFolder: string;
  /** Origins of sites whose scripts may call the bot and whose pages may show it in a frame. */
  readonly allowedOrigins?: readonly string[];
  /** Sites that may vouch for their visitors. */
  readonly hostSites?: readonly HostSite[];
  readonly usedTokens: UsedTokens;
  readonly knownVisitors: KnownVisitors;
  /** `/support`; without it there is no such page. */
  readonly support?: SupportSite | undefined;
  /** Whom one can be on the demo page; without them there is none. */
  readonly demoPeople?: readonly DemoPerson[] | undefined;
  /** Whether a proxy stands before the bot, whose `X-Forwarded-*` headers are true. */
  readonly trustsProxy?: boolean;
  /** Counts how much visitors and addresses ask for. */
  readonly rates: RateLimits;
  readonly isReady: () => Promise<boolean>;
  /** Milliseconds that the end waits for requests and streams; then it hangs up on them. */
  readonly graceMs?: number;
  readonly metrics: Registry;
  /** Watches calls of other systems. */
  readonly watch?: WatchSystem;
  readonly now: Clock;
  readonly log: Log;
  readonly fetch?: typeof fetch;
}

/** The HTTP side of the bot. */
export interface WebServer {
  /** Everything that it answers to, with `:name` for what varies. */
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /** Starts to listen and gives the address under which it is reached; rejects with a {@link ConfigError} when the port is taken. */
  listen(port: number, host: string): Promise<string>;
  /** Takes no more requests, closes the streams, and resolves when the requests under way are answered or given up. */
  close(): Promise<void>;
}

/** Builds the server without starting it; throws when the browser code is not built. */
export function createServer(options: ServerOptions): WebServer {
  const { directLine, log, trustsProxy = false, allowedOrigins = [] } = options;
  const server = createRestify({ name: '', handleUncaughtExceptions: false });
  const streams = new DirectLineStreams({ directLine, trustsProxy, log });
  server.pre(oneAtATime(), headAsGet, securityHeaders, cors(allowedOrigins), checkAddress);
  addHealthRoutes(server, options.isReady);
  addMetrics(server, options.metrics);
  addMessagesRoutes(server, { ...options, bodyBytes: BODY_BYTES });
  new DirectLineRoutes({
    ...{ directLine, trustsProxy, rates: options.rates },
    secret: options.directLineApiSecret,
    bodyBytes: BODY_BYTES,
    refusal: (what, locale) => options.languages.pick(locale).t(`bot:fallback.${what}`),
  }).addTo(server);
  streams.addTo(server.server);
  addWebChat(server, options);
  reportErrors(server, log);
  limitConnections(server.server);
  return {
    routes: routesOf(server),
    listen: (port, host) => listen(server, port, host),
    close: () => close(server.server, streams, options.graceMs ?? GRACE_MS),
  };
}

function routesOf(server: Server): WebServer['routes'] {
  return Object.values(server.router.getRoutes()).map(({ method, path }) => ({
    ...{ method, path: String(path) },
  }));
}

function addWebChat(server: Server, options: ServerOptions): void {
  const { directLine, languages, now, azureDirectLine: azure } = options;
  const { watch = () => unwatched } = options;
  const demo = options.demoPeople && new DemoSite(options.demoPeople, now);
  const sites = [...(options.hostSites ?? []), ...(demo ? [demo] : [])];
  const files = findWebFiles(options.webFolder);
  addSupport(server, { ...options, files });
  new WebChatRoutes({
    files,
    languages,
    frameAncestors: options.allowedOrigins ?? [],
    connect: azure ? originsOf(azure.endpoint) : [],
  }).addTo(server);
  addTokenRoutes(server, {
    source: azure
      ? new AzureTokenSource({
          ...azure,
          tokens: directLine.tokens,
          visitors: options.knownVisitors,
          fetch: options.fetch ?? fetch,
          watch: watch('direct-line'),
        })
      : new EmbeddedTokenSource(directLine),
    verify: createVisitorVerifier({
      ...{ sites, now, used: options.usedTokens },
      watch: watch('visitor-keys'),
    }),
    limit: options.rates.limit('tokens', directLine.limits.conversationsPerAddress),
    trustsProxy: options.trustsProxy ?? false,
    bodyBytes: BODY_BYTES,
  });
  if (demo) addDemoRoutes(server, { site: demo, languages, style: files.demoStyle });
}

function addSupport(server: Server, options: ServerOptions & { readonly files: WebFiles }): void {
  const { support: site, trustsProxy = false } = options;
  if (site !== undefined)
    new SupportRoutes({ ...options, site, trustsProxy, bodyBytes: BODY_BYTES }).addTo(server);
}

/** Origins of a service for requests and for WebSockets. */
function originsOf(endpoint: string): readonly string[] {
  const { origin } = new URL(endpoint);
  return [origin, origin.replace(/^http/, 'ws')];
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

async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    const refuse = (cause: Error) => {
      reject(
        new ConfigError(
          `The bot can't listen at ${host}, port ${port} (${cause.message}). HOST has to be an address of this machine, and PORT one that no other program has taken and the bot's user may use.`,
          { cause },
        ),
      );
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
  const { port: actualPort } = server.address();
  const name = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host) ? 'localhost' : host;
  return `http://${name}:${actualPort}`;
}

async function close(
  server: HttpServer,
  streams: DirectLineStreams,
  graceMs: number,
): Promise<void> {
  streams.close();
  const closed = new Promise((resolve) => server.close(resolve));
  // An answer that is waited for here ends its line, which else stays open for a next request.
  server.keepAliveTimeout = 1;
  const timer = setTimeout(() => {
    streams.hangUp();
    server.closeAllConnections();
  }, graceMs);
  await closed;
  clearTimeout(timer);
}
