import { join } from 'node:path';
import type { Middleware } from 'botbuilder';
import { DEMO_PEOPLE } from './accounts/demo/demo-people';
import type { BotServiceAdapter } from './channels/bot-service/bot-service-adapter';
import { createDirectLine } from './channels/direct-line/direct-line';
import type { DirectLineAdapter } from './channels/direct-line/direct-line-adapter';
import { DirectLineStore } from './channels/direct-line/direct-line-store';
import { UsedTokenStore } from './channels/direct-line/used-token-store';
import { OpenTurnStore } from './channels/direct-line/open-turn-store';
import { SERVICE_URL } from './channels/direct-line/turn-activity';
import { closeCards } from './channels/teams/close-cards';
import { readTeams } from './channels/teams/read-teams';
import type { Config } from './config';
import type { Continue } from './conversation/channel-notifier';
import { forgetReferences } from './conversation/middleware/forget-references';
import { knowVisitors } from './conversation/middleware/know-visitors';
import { limitTurns } from './conversation/middleware/limit-turns';
import { serializeTurns } from './conversation/middleware/serialize-turns';
import { onTurnError } from './conversation/on-turn-error';
import { createBot, keepingFrom, type Bot, type Overrides } from './create-bot';
import { createBotService, type BotServiceParts } from './create-bot-service';
import { createSupportSite } from './create-support-site';
import type { ConversationReferences } from './core/conversation-references';
import type { KnownVisitors } from './core/known-visitors';
import type { Instances } from './core/instances';
import { Retention } from './privacy/retention';
import { RateLimits } from './rates/rate-limits';
import { projectRoot } from './project-root';
import { SpokenLanguages } from './conversation/spoken-languages';
import { speakToReachable } from './conversation/speak-to-reachable';
import { createServer, type WebServer } from './server/create-server';
import { serverOptionsFrom } from './server/server-settings';
import { SiteLanguages } from './server/site-languages';
import { BotStorage } from './storage/bot-storage';
import { canWrite } from './storage/can-write';
import { ConversationReferenceStore } from './storage/conversation-reference-store';
import { KnownVisitorStore } from './storage/known-visitor-store';
import { claimDatabase, openInstances } from './storage/instances/open-instances';

/** The whole program, put together and not yet listening. */
export interface App {
  /** Everything that it answers to over HTTP. */
  readonly routes: WebServer['routes'];
  /** Starts to listen; gives the address of the chat page's server. Rejects when the port is taken. */
  listen(): Promise<string>;
  /** Answers what is under way, then lets go of everything. */
  close(): Promise<void>;
}

/** Without an app id anybody who reaches the bot may speak as anybody: then nobody but this machine does. */
const LOOPBACK = '127.0.0.1';
const ANYWHERE = '0.0.0.0';
const IN_MEMORY = 'file::memory:';

/** Puts the program together from settings; tests replace parts. The only place that knows every wing. */
export async function createApp(
  config: Config,
  overrides: Overrides & Pick<BotServiceParts, 'credentials'> = {},
): Promise<App> {
  const { bot, instances } = await createShared(config, overrides);
  const { conversation, content, translator, database, desk, metrics } = bot;
  const { watch, redactor, now, steady, ages, log } = bot;
  const { DEFAULT_LANGUAGE: defaultLanguage } = config;
  const rates = new RateLimits(instances);
  const { spoken, limit, reportError } = createNotices(config, bot, rates);
  const references = new ConversationReferenceStore(database);
  const visitors = new KnownVisitorStore(new BotStorage(database, now));
  const { adapter, door } = createBotService(config, {
    middleware: [spoken, ...serviceMiddleware(bot, { references, instances, visitors, limit })],
    ...{ onTurnError: reportError, now: steady, log, watch, credentials: overrides.credentials },
  });
  const directLine = await createDirectLine({
    store: new DirectLineStore(database, now, desk.records.keepWithin),
    openTurns: new OpenTurnStore(database),
    ...{ bot: conversation.bot, middleware: [spoken, limit, ...conversation.middleware] },
    ...{ onTurnError: reportError, redactor, instances, now, ages, log },
  });
  const speak = speakThrough(directLine.adapter, adapter);
  bot.notifier.connect(speakToReachable({ speak, references, log }));
  const server = createServer({
    ...serverOptionsFrom(config),
    ...{ adapter, door, bot: conversation.bot, directLine, metrics, watch, now, log },
    ...{ usedTokens: new UsedTokenStore(database, ages), knownVisitors: visitors },
    rates,
    support: createSupportSite(config, { ...bot, root: overrides.root ?? projectRoot() }),
    // Where no account server is, all that is known are invented companies.
    demoPeople: config.ACCOUNT_API_URL === undefined ? DEMO_PEOPLE : undefined,
    languages: new SiteLanguages(content, translator, defaultLanguage),
    webFolder: join(projectRoot(), 'dist', 'web'),
    isReady: () => canWrite(database),
  });
  const retention = createRetention(config, bot, instances);
  return {
    routes: server.routes,
    async listen() {
      await directLine.start();
      desk.start(instances);
      retention.start();
      bot.secondOpinions?.start(instances);
      return server.listen(config.PORT, hostOf(config));
    },
    async close() {
      await server.close();
      await retention.close();
      await bot.secondOpinions?.close();
      await desk.close();
      await directLine.close();
      await instances.close();
      await database.destroy();
    },
  };
}

/** The bot, and what it settles with others that serve from its database. */
async function createShared(config: Config, overrides: Overrides) {
  // A database that is passed in is not shared.
  const url = overrides.database === undefined ? config.DATABASE_URL : IN_MEMORY;
  const release = claimDatabase(url);
  try {
    const bot = await createBot(config, overrides);
    return { bot, instances: await openInstances(url, { ...bot, release }) };
  } catch (error) {
    release();
    throw error;
  }
}

/** Lets the bot speak first where a conversation is; Azure's Direct Line has the same name as the bot's own. */
function speakThrough(own: DirectLineAdapter, service: BotServiceAdapter): Continue {
  return (reference, logic) =>
    reference.serviceUrl === SERVICE_URL
      ? own.continueConversation(reference, logic)
      : service.proactively(reference, logic);
}

function hostOf({ HOST, MicrosoftAppId }: Config): string {
  return HOST ?? (MicrosoftAppId === undefined ? LOOPBACK : ANYWHERE);
}

/** What tells people outside a turn that they write too fast, or that a turn failed. */
function createNotices(config: Config, bot: Bot, rates: RateLimits) {
  const { recognizer, content, translator, now, log } = bot;
  const limit = rates.limit('turns', { points: config.MESSAGES_PER_MINUTE, seconds: 60 });
  const { DEFAULT_LANGUAGE: defaultLanguage, TIME_ZONE: timeZone } = config;
  const { languages } = content;
  const spoken = new SpokenLanguages({ recognizer, languages, defaultLanguage, now, timeZone });
  return {
    spoken,
    limit: limitTurns({ translator, spoken, limit }),
    reportError: onTurnError({ translator, spoken, log }),
  };
}

function createRetention(config: Config, bot: Bot, instances: Instances): Retention {
  const { database, ages, log } = bot;
  return new Retention({
    ...{ database, now: ages, log, timeZone: config.TIME_ZONE },
    ...keepingFrom(config),
    alone: (pass) => instances.runsOnOne('retention', pass),
  });
}

/** What an activity of Azure Bot Service goes through before it reaches the bot. */
export function serviceMiddleware(
  { conversation, translator, log }: Pick<Bot, 'conversation' | 'translator' | 'log'>,
  shared: {
    readonly references: ConversationReferences;
    readonly instances: Instances;
    readonly visitors: KnownVisitors;
    /** Leaves out what comes too fast. */
    readonly limit?: Middleware;
  },
): Middleware[] {
  return [
    readTeams(),
    knowVisitors(shared.visitors),
    ...(shared.limit === undefined ? [] : [shared.limit]),
    serializeTurns(shared.instances),
    ...conversation.middleware,
    ...conversation.serviceMiddleware,
    forgetReferences(shared.references, log),
    closeCards((language) => translator.in(language), log),
  ];
}
