import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TurnContext } from 'botbuilder';
import { Registry } from 'prom-client';
import { BotServiceAdapter } from '../../src/channels/bot-service/bot-service-adapter';
import { BotServiceAuthentication } from '../../src/channels/bot-service/bot-service-authentication';
import { createRetry } from '../../src/channels/bot-service/retry';
import { createDirectLine, type DirectLine } from '../../src/channels/direct-line/direct-line';
import { DirectLineStore } from '../../src/channels/direct-line/direct-line-store';
import { OpenTurnStore } from '../../src/channels/direct-line/open-turn-store';
import { DEFAULT_LIMITS, type DirectLineLimits } from '../../src/channels/direct-line/limits';
import { UsedTokenStore } from '../../src/channels/direct-line/used-token-store';
import type { Bot } from '../../src/channels/direct-line/turns';
import type { Instances } from '../../src/core/instances';
import type { Log } from '../../src/core/log';
import { localRedactor } from '../../src/privacy/local-redactor';
import { RateLimits } from '../../src/rates/rate-limits';
import { createServer, type ServerOptions } from '../../src/server/create-server';
import { loopbackDoor } from '../../src/server/loopback-door';
import { SiteLanguages } from '../../src/server/site-languages';
import { TurnStore } from '../../src/support/turn-store';
import { BotStorage } from '../../src/storage/bot-storage';
import { KnownVisitorStore } from '../../src/storage/known-visitor-store';
import { canWrite } from '../../src/storage/can-write';
import { openDatabase, type Database } from '../../src/storage/database';
import { claimDatabase, openInstances } from '../../src/storage/instances/open-instances';
import { content, translator } from '../support/content';
import { openMemory } from '../support/open-memory';

/** Says hello to whoever arrives and repeats what is said. */
export const echoBot: Bot = {
  async run(context: TurnContext) {
    const { type, text, membersAdded } = context.activity;
    if (membersAdded) await context.sendActivity({ type: 'message', text: 'welcome' });
    if (type === 'message') await context.sendActivity(`echo ${text}`);
  },
};

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export interface TestServer {
  readonly url: string;
  readonly directLine: DirectLine;
  readonly database: Database;
  close(): Promise<void>;
}

type Overrides = Partial<Omit<ServerOptions, 'directLine'>> & {
  readonly limits?: Partial<DirectLineLimits>;
  readonly databaseUrl?: string;
  readonly port?: number;
  readonly now?: () => Date;
  readonly instances?: Instances;
};

/** A web folder with one small file of each kind, so that no build is needed. */
export function buildWebFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'web-'));
  mkdirSync(join(folder, 'webchat', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'webchat', 'assets', 'chat-1.js'), 'console.log(1);');
  writeFileSync(join(folder, 'webchat', 'assets', 'chat-1.js.br'), 'brotli');
  writeFileSync(join(folder, 'webchat', 'embed.js'), 'void 0;');
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      script: '/webchat/assets/chat-1.js',
      style: '/webchat/assets/chat-1.css',
      demoStyle: '/webchat/assets/demo-1.css',
      supportScript: '/webchat/assets/support-1.js',
      supportStyle: '/webchat/assets/support-1.css',
    }),
  );
  return folder;
}

/** Starts the real server with real storage, on a free port, with an echo bot unless told otherwise. */
export async function startServer(overrides: Overrides = {}): Promise<TestServer> {
  const now = overrides.now ?? (() => new Date());
  const bot = overrides.bot ?? echoBot;
  const log = overrides.log ?? silentLog;
  const databaseUrl = overrides.databaseUrl ?? 'file::memory:';
  const isShared = overrides.databaseUrl !== undefined;
  const release = overrides.instances === undefined ? claimDatabase(databaseUrl) : () => undefined;
  const database = await (isShared ? openDatabase(databaseUrl) : openMemory());
  const instances =
    overrides.instances ?? (await openInstances(databaseUrl, { database, log, release }));
  const directLine = await createDirectLine({
    store: new DirectLineStore(database, now, new TurnStore(database, now).keepWithin),
    openTurns: new OpenTurnStore(database),
    instances,
    bot,
    onTurnError: async (context) => {
      await context.sendActivity({ type: 'message', text: 'sorry' });
    },
    redactor: localRedactor,
    now,
    limits: { ...DEFAULT_LIMITS, ...overrides.limits },
    log,
  });
  await directLine.start();
  const server = createServer({
    adapter: new BotServiceAdapter({
      authentication: new BotServiceAuthentication({}),
      retry: createRetry(),
    }),
    bot,
    door: loopbackDoor,
    languages: new SiteLanguages(content, translator, 'en'),
    webFolder: overrides.webFolder ?? buildWebFolder(),
    rates: new RateLimits(instances),
    isReady: () => canWrite(database),
    usedTokens: new UsedTokenStore(database, now),
    knownVisitors: new KnownVisitorStore(new BotStorage(database, now)),
    metrics: new Registry(),
    now,
    log,
    ...overrides,
    directLine,
  });
  const url = await server.listen(overrides.port ?? 0, '127.0.0.1');
  return {
    url: url.replace('localhost', '127.0.0.1'),
    directLine,
    database,
    async close() {
      await server.close();
      await directLine.close();
      await instances.close();
      await database.destroy();
    },
  };
}
