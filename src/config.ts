import { existsSync } from 'node:fs';
import { z } from 'zod';
import { azureSettings, faultsOfAzure } from './azure/azure-settings';
import { emailIn } from './core/email-in';
import { ConfigError } from './core/errors';
import { parseOpeningSpans } from './core/opening-hours';
import { safeAddress } from './core/safe-address';
import { faultsOfOwnerless } from './ownerless-settings';
import { faultsOfVisitors } from './server/server-settings';
import { faultsOfSignIn, signInSettings } from './support-page/sign-in/sign-in-settings';

const flag = z
  .enum(['true', 'false'], 'must be true or false')
  .default('false')
  .transform((value) => value === 'true');

const serviceAddress = safeAddress.transform((url) => url.replace(/\/$/, ''));

const origins = z
  .string()
  .default('')
  .transform((list) => list.split(/[\s,]+/).filter((origin) => origin !== ''))
  .refine(
    (list) => list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
    'must be origins such as https://www.example.com, separated by commas',
  );

const serverSettings = {
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3978),
  HOST: z.string().min(1).optional(),
  TRUST_PROXY: flag,
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be fatal, error, warn, info, debug or silent',
    )
    .default('info'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/).+/, 'must be file:PATH or postgres://…')
    .default('file:data/bot.db'),
};

const days = z.coerce.number('must be a whole number of days, 1 to 3650').int().min(1).max(3650);

const privacySettings = {
  RETENTION_TRANSCRIPT_DAYS: days.default(30),
  RETENTION_OUTCOME_DAYS: days.default(365),
  MESSAGES_PER_MINUTE: z.coerce
    .number('must be a whole number, 1 or more')
    .int()
    .min(1)
    .default(60),
};

const conversationSettings = {
  DEFAULT_LANGUAGE: z.string().default('en'),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as Europe/Stockholm')
    .default('Europe/Stockholm'),
  EXPOSE_RECOGNITION: flag,
};

const webChatSettings = {
  DIRECT_LINE_SECRET: z.string().min(1).optional(),
  DIRECT_LINE_ENDPOINT: serviceAddress.default('https://directline.botframework.com/v3/directline'),
  DIRECT_LINE_API_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  WEBCHAT_ALLOWED_ORIGINS: origins,
  VISITOR_TOKEN_ISSUER: z.string().min(1).optional(),
  VISITOR_TOKEN_AUDIENCE: z.string().min(1).default('partner-benefits-bot'),
  VISITOR_TOKEN_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  VISITOR_TOKEN_JWKS_URL: serviceAddress.optional(),
};

const accountSettings = {
  DEMO_USER: z.string().optional(),
  ACCOUNT_API_URL: serviceAddress.optional(),
  ACCOUNT_API_KEY: z.string().optional(),
  ACCOUNT_API_TOKEN_URL: serviceAddress.optional(),
  ACCOUNT_API_CLIENT_ID: z.string().optional(),
  ACCOUNT_API_CLIENT_SECRET: z.string().optional(),
  ACCOUNT_API_SCOPE: z.string().optional(),
};

const hosts = z
  .string()
  .default('')
  .transform((list) => list.toLowerCase().split(/[\s,]+/))
  .transform((list) => list.filter((host) => host !== ''))
  .refine(
    (list) => list.every(isHost),
    'must be hosts such as adapter.example.com, *.example.com or localhost:3980, separated by commas',
  );

const botServiceSettings = {
  MicrosoftAppId: z.string().optional(),
  MicrosoftAppType: z
    .enum(
      ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'],
      'must be SingleTenant, MultiTenant or UserAssignedMSI',
    )
    .default('SingleTenant'),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: z.string().optional(),
  SERVICE_URL_HOSTS: hosts,
  ToBotFromChannelOpenIdMetadataUrl: serviceAddress.optional(),
  ToBotFromChannelTokenIssuer: z.string().optional(),
  ToChannelFromBotLoginUrl: serviceAddress.optional(),
  ToChannelFromBotOAuthScope: z.string().optional(),
};

const mailAddress = z
  .string()
  .refine((text) => emailIn(text) !== undefined, 'must be an e-mail address');

const supportSettings = {
  SUPPORT_HOURS: z.string().transform(toOpeningSpans).optional(),
  SUPPORT_HOLIDAYS: z
    .string()
    .transform((text) => text.split(',').map((date) => date.trim()))
    .pipe(z.array(z.iso.date('must be dates such as 2026-12-24,2026-12-25')))
    .optional(),
  TICKET_WEBHOOK_URL: serviceAddress.optional(),
  TICKET_WEBHOOK_SECRET: z.string().min(16, 'must have 16 characters or more').optional(),
  TICKET_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, 'must be smtp://… or smtps://…')
    .refine(
      (url) => URL.canParse(url),
      "can't be read: in user and password, what is no letter or digit is written with %, such as %2F for /",
    )
    .optional(),
  TICKET_MAIL_FROM: mailAddress.optional(),
  TICKET_MAIL_TO: mailAddress.optional(),
};

/** What only `npm run teams:package` needs. */
const teamsPackageSettings = {
  TEAMS_APP_VERSION: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 1.0.0')
    .default('1.0.0'),
  TEAMS_DEVELOPER_NAME: z.string().max(32, 'must have 32 characters at most').optional(),
  TEAMS_WEBSITE_URL: serviceAddress.optional(),
  TEAMS_PRIVACY_URL: serviceAddress.optional(),
  TEAMS_TERMS_URL: serviceAddress.optional(),
};

/** Every setting: name, meaning and default are held against `.env.example` by a test. */
const settings = z
  .object({
    ...serverSettings,
    ...privacySettings,
    ...conversationSettings,
    ...webChatSettings,
    ...accountSettings,
    ...botServiceSettings,
    ...supportSettings,
    ...azureSettings,
    ...signInSettings,
    ...teamsPackageSettings,
  })
  .superRefine((all, context) => {
    const complain = (path: string, message: string) => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    for (const name of missingForBotService(all)) complain(name, 'is needed with MicrosoftAppId');
    const faults = [
      ...[faultsOfTickets(all), faultsOfAzure(all), faultsOfSignIn(all)],
      ...[faultsOfVisitors(all), faultsOfOwnerless(all)],
    ];
    for (const [name, message] of faults.flat()) complain(name, message);
    if (all.ACCOUNT_API_URL === undefined) return;
    if (all.ACCOUNT_API_KEY === undefined && all.ACCOUNT_API_TOKEN_URL === undefined)
      complain('ACCOUNT_API_KEY', 'or ACCOUNT_API_TOKEN_URL must say how to sign in there');
    if (all.ACCOUNT_API_TOKEN_URL === undefined) return;
    for (const name of ['ACCOUNT_API_CLIENT_ID', 'ACCOUNT_API_CLIENT_SECRET'] as const)
      if (all[name] === undefined) complain(name, 'is needed with ACCOUNT_API_TOKEN_URL');
  });

/** What an app of its type also needs; a managed identity has no password. */
function missingForBotService(all: {
  readonly MicrosoftAppId?: string | undefined;
  readonly MicrosoftAppType: string;
  readonly MicrosoftAppPassword?: string | undefined;
  readonly MicrosoftAppTenantId?: string | undefined;
}): string[] {
  if (all.MicrosoftAppId === undefined) return [];
  const needsPassword = all.MicrosoftAppType !== 'UserAssignedMSI';
  const needsTenant = all.MicrosoftAppType !== 'MultiTenant';
  return [
    ...(needsPassword && all.MicrosoftAppPassword === undefined ? ['MicrosoftAppPassword'] : []),
    ...(needsTenant && all.MicrosoftAppTenantId === undefined ? ['MicrosoftAppTenantId'] : []),
  ];
}

/** Tickets go one way: to a webhook, which is signed, or by mail, from and to someone. */
function faultsOfTickets(all: {
  readonly TICKET_WEBHOOK_URL?: string | undefined;
  readonly TICKET_WEBHOOK_SECRET?: string | undefined;
  readonly TICKET_SMTP_URL?: string | undefined;
  readonly TICKET_MAIL_FROM?: string | undefined;
  readonly TICKET_MAIL_TO?: string | undefined;
}): (readonly [name: string, message: string])[] {
  const { TICKET_WEBHOOK_URL: webhook, TICKET_SMTP_URL: mail } = all;
  const lacking = (names: readonly (keyof typeof all)[], owner: string) =>
    names
      .filter((name) => all[name] === undefined)
      .map((name) => [name, `is needed with ${owner}`] as const);
  return [
    ...(webhook === undefined ? [] : lacking(['TICKET_WEBHOOK_SECRET'], 'TICKET_WEBHOOK_URL')),
    ...(mail === undefined
      ? []
      : lacking(['TICKET_MAIL_FROM', 'TICKET_MAIL_TO'], 'TICKET_SMTP_URL')),
    ...(webhook !== undefined && mail !== undefined
      ? [['TICKET_SMTP_URL', 'and TICKET_WEBHOOK_URL are both set: choose one'] as const]
      : []),
  ];
}

export type Config = Readonly<z.infer<typeof settings>>;

/** Names of all settings, for the test that holds `.env.example` against them. */
export const SETTING_NAMES = Object.keys(settings.shape);

function toOpeningSpans(text: string, context: z.RefinementCtx) {
  try {
    return parseOpeningSpans(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : '' });
    return z.NEVER;
  }
}

/** Whether this is what a URL has as its host, or that below `*.`. */
function isHost(text: string): boolean {
  const host = text.replace(/^\*\./, '');
  return (
    !host.includes('*') &&
    ['http', 'https'].some((protocol) => {
      const address = `${protocol}://${host}`;
      return URL.canParse(address) && new URL(address).host === host;
    })
  );
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The environment of this process, completed by a file of settings where there is one. Throws {@link ConfigError} when it
 * can't be read.
 */
export function readEnvironment(file: string): NodeJS.ProcessEnv {
  try {
    // What is set outside wins: loadEnvFile leaves it as it is.
    if (existsSync(file)) process.loadEnvFile(file);
  } catch (cause) {
    throw new ConfigError(
      `The settings in ${file} can't be read (${String(cause)}). It has to be a file that the bot's user may read.`,
      { cause },
    );
  }
  return process.env;
}

/**
 * Reads all settings from an environment; an empty or blank value counts as not set.
 * Throws {@link ConfigError} that lists every faulty setting with what it must be.
 */
export function loadConfig(environment: NodeJS.ProcessEnv): Config {
  const present = Object.entries(environment).filter(([, value]) => value?.trim() !== '');
  const result = settings.safeParse(Object.fromEntries(present));
  if (result.success) return Object.freeze(result.data);
  const problems = result.error.issues.map(
    ({ path: [name = ''], message }) => `  ${String(name)}: ${message} (see .env.example)`,
  );
  throw new ConfigError(`Settings can't be used:\n${problems.join('\n')}`);
}
