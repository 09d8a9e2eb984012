import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { AccountBackend } from './accounts/account-backend';
import {
  createAccountBackend,
  type AccountBackendWorld,
  type CredentialSettings,
} from './accounts/create-account-backend';
import { createIdentify } from './conversation/identify';
import type { AzureLanguage } from './azure/azure-language';
import { channelOf } from './channels/channel-of';
import type { Config } from './config';
import type { Content } from './content/content';
import { loadContent } from './content/load-content';
import { createTranslator, type Translator } from './content/translator';
import { channelEmail } from './conversation/channel-email';
import { ChannelNotifier } from './conversation/channel-notifier';
import type { PrivacyFacts } from './conversation/privacy-notice';
import { createConversation, type Conversation } from './conversation/create-conversation';
import type { SupportSide } from './conversation/support-side';
import type { Clock } from './core/clock';
import type { Log } from './core/log';
import { ConfigError } from './core/errors';
import { patientClock } from './core/patient-clock';
import { tellOfClock } from './core/tell-of-clock';
import { steadyClock } from './core/steady-clock';
import type { WatchSystem } from './core/watch-call';
import { whileHeld } from './core/while-held';
import {
  createAzureLanguage,
  createKeyPhrases,
  createRecordRedactor,
  createSecondOpinions,
} from './create-azure-language';
import { createLearning } from './create-learning';
import { createLog } from './create-log';
import { createClassifier, createRecognizer } from './create-recognizer';
import { projectRoot } from './project-root';
import { openDatabase, type Database } from './storage/database';
import { lastSeen } from './storage/last-seen';
import { sharedClock } from './storage/shared-clock';
import { localRedactor } from './privacy/local-redactor';
import type { Redactor } from './privacy/redactor';
import { createMetrics } from './support/create-metrics';
import { createSupportDesk, type SupportDesk } from './support/create-support-desk';
import type { Learning } from './support/learning/learning';
import type { TryLesson } from './support/learning/trial';
import { watchCalls, type Called } from './support/watch-calls';
import { deskBackend } from './support/tickets/desk-backend';
import { createEmailBackend } from './support/tickets/email-backend';
import type { TicketBackend } from './support/tickets/ticket-backend';
import { createWebhookBackend } from './support/tickets/webhook-backend';
import type { SecondOpinions } from './support/unanswered/second-opinions';
import type { Recognizer } from './understanding/recognizers/recognizer';

/** What tests replace. */
export interface Overrides {
  /** Folder that holds `dialogs/` and `locales/`. */
  readonly root?: string;
  readonly content?: Content;
  readonly recognizer?: Recognizer | Promise<Recognizer>;
  readonly accounts?: AccountBackend;
  readonly database?: Database;
  readonly tryLesson?: TryLesson;
  readonly now?: Clock;
  readonly log?: Logger;
}

/** The bot without a door: everything that a channel needs to talk to it. */
export interface Bot {
  readonly conversation: Conversation;
  readonly content: Content;
  readonly translator: Translator;
  readonly recognizer: Recognizer;
  readonly learning: Learning;
  /** Undefined where Azure AI Language isn't switched on. */
  readonly secondOpinions: SecondOpinions | undefined;
  readonly database: Database;
  readonly desk: SupportDesk;
  readonly metrics: Registry;
  /** Measures and logs the calls of other systems. */
  readonly watch: WatchSystem;
  /** Says nothing until it is connected to the adapters. */
  readonly notifier: ChannelNotifier;
  /** Hides private details before anything is kept. */
  readonly redactor: Redactor;
  readonly now: Clock;
  /** For how long something lasts; see {@link steadyClock}. */
  readonly steady: Clock;
  /** By which what is kept grows too old; see {@link patientClock}. */
  readonly ages: Clock;
  readonly log: Logger;
}

/** Puts the bot together from settings. Rejects with a coded error that says what to mend. */
export async function createBot(config: Config, overrides: Overrides = {}): Promise<Bot> {
  const steady = overrides.now ?? steadyClock;
  const log = overrides.log ?? createLog(config.LOG_LEVEL);
  const root = overrides.root ?? projectRoot();
  const content = overrides.content ?? loadContent(root);
  checkDefaultLanguage(config, content);
  const translator = createTranslator(content);
  const database = overrides.database ?? (await openDatabase(config.DATABASE_URL));
  const now = overrides.now ?? (await sharedClock(database));
  const last = await lastSeen(database);
  tellOfClock(log, now(), last);
  const notifier = new ChannelNotifier(translator, channelOf);
  const redactor = localRedactor;
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const meters = createMetrics(metrics);
  const watch = watchCalls(meters.called, steady, log);
  const azure = createAzureLanguage(config, { metrics, now: steady, log });
  // Beside the recognizer's own thread only those who look at what waits to be learnt need it, for a moment.
  const classifier = whileHeld(() => createClassifier(content, root));
  const recognizer =
    (await overrides.recognizer) ??
    createRecognizer(content, config, { root, azure, classifier: classifier() });
  const desk = createSupportDesk({
    ...{ database, notifier, now, log, timeZone: config.TIME_ZONE },
    backend: watchTickets(createTicketBackend(config, translator, now), watch),
    attempted: meters.attempted,
  });
  const conversation = createConversation({
    ...{ content, translator, recognizer, channelOf, now, log },
    accounts:
      overrides.accounts ?? createAccounts(config, { called: meters.called, now, steady, log }),
    measure: meters.turn,
    support: { ...createSupportSide(config, desk, azure), redactor },
    identify: createIdentify({
      isVerified: config.MicrosoftAppId !== undefined,
      demoUser: config.DEMO_USER,
    }),
    records: desk.records,
    count: meters.happened,
    timeZone: config.TIME_ZONE,
    privacy: {
      ...{ ...keepingFrom(config), asksAzure: azure !== undefined },
      ticketsGo: whereTicketsGo(config),
    },
    expose: config.EXPOSE_RECOGNITION,
  });
  meters.watch(desk, now);
  return {
    ...{ conversation, content, translator, recognizer, database, desk, metrics, notifier },
    ...{ watch, redactor, now, steady, ages: patientClock(now, steady, last), log },
    learning: createLearning({
      ...{ root, content, database, classifier, now, log },
      questions: desk.unanswered,
      tryLesson: overrides.tryLesson,
    }),
    secondOpinions: createSecondOpinions(config, azure, { content, database, now, log }),
  };
}

function checkDefaultLanguage(
  { DEFAULT_LANGUAGE: language }: Config,
  { languages }: Content,
): void {
  if (!languages.includes(language))
    throw new ConfigError(
      `DEFAULT_LANGUAGE: must be a folder of locales/: ${languages.join(', ')} (see .env.example)`,
    );
}

/** For how many days what is kept. */
export function keepingFrom(config: Config) {
  return {
    transcriptDays: config.RETENTION_TRANSCRIPT_DAYS,
    outcomeDays: config.RETENTION_OUTCOME_DAYS,
  };
}

/** What of the desk the conversation needs. */
function createSupportSide(
  config: Config,
  desk: SupportDesk,
  azure: AzureLanguage | undefined,
): Omit<SupportSide, 'redactor'> {
  const { SUPPORT_HOURS: spans, SUPPORT_HOLIDAYS: holidays = [], TIME_ZONE: timeZone } = config;
  return {
    ...{ tickets: desk.tickets, newId: randomUUID },
    recordRedactor: createRecordRedactor(azure),
    keyPhrases: createKeyPhrases(azure),
    openingHours: spans && { spans, holidays, timeZone },
    emailOf: channelEmail,
  };
}

/** Who takes tickets by the settings; without any, the desk of the support page. */
function createTicketBackend(config: Config, translator: Translator, now: Clock): TicketBackend {
  const { TICKET_WEBHOOK_URL: url, TICKET_SMTP_URL: server, DEFAULT_LANGUAGE } = config;
  if (url !== undefined)
    return createWebhookBackend({ url, secret: config.TICKET_WEBHOOK_SECRET ?? '', fetch, now });
  if (server === undefined) return deskBackend;
  return createEmailBackend({
    ...{ server, from: config.TICKET_MAIL_FROM ?? '', to: config.TICKET_MAIL_TO ?? '' },
    t: translator.in(DEFAULT_LANGUAGE),
  });
}

/** As {@link createTicketBackend} chooses. */
function whereTicketsGo(config: Config): PrivacyFacts['ticketsGo'] {
  if (config.TICKET_WEBHOOK_URL !== undefined) return 'webhook';
  return config.TICKET_SMTP_URL === undefined ? 'nowhere' : 'mail';
}

/** The same backend; calls of another system than our own are watched. */
function watchTickets(backend: TicketBackend, watch: WatchSystem): TicketBackend {
  if (backend === deskBackend) return backend;
  const watched = watch(backend.name);
  return {
    name: backend.name,
    deliver: (ticket) => watched(() => backend.deliver(ticket)),
    add: (...added) => watched(() => backend.add(...added)),
  };
}

/** The account server of the settings; without one, the invented companies. */
function createAccounts(
  config: Config,
  {
    called,
    now,
    steady,
    log,
  }: {
    readonly called: Called;
    readonly now: Clock;
    readonly steady: Clock;
    readonly log: Log;
  },
): AccountBackend {
  const { ACCOUNT_API_URL: baseUrl, ACCOUNT_API_KEY: apiKey } = config;
  const world: AccountBackendWorld = {
    fetch,
    // Invented companies have dates; what a server says is kept for a while.
    now: baseUrl === undefined ? now : steady,
    onLookup({ from, outcome, milliseconds, reason }) {
      if (from === 'server') called('account', outcome, milliseconds / 1000);
      if (reason !== undefined) log.warn({ system: 'account', reason }, 'call failed');
    },
  };
  if (baseUrl === undefined) return createAccountBackend({ kind: 'demo' }, world);
  const credentials: CredentialSettings =
    apiKey !== undefined
      ? { kind: 'api-key', apiKey }
      : {
          kind: 'client-credentials',
          tokenUrl: config.ACCOUNT_API_TOKEN_URL ?? '',
          clientId: config.ACCOUNT_API_CLIENT_ID ?? '',
          clientSecret: config.ACCOUNT_API_CLIENT_SECRET ?? '',
          scope: config.ACCOUNT_API_SCOPE,
        };
  return createAccountBackend({ kind: 'http', baseUrl, credentials }, world);
}
