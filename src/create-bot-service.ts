import {
  ConfigurationServiceClientCredentialFactory,
  type Middleware,
  type TurnContext,
} from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { createAzureLogin } from './channels/bot-service/azure-login';
import { BotServiceAdapter, PUBLIC_AUDIENCE } from './channels/bot-service/bot-service-adapter';
import { BotServiceAuthentication } from './channels/bot-service/bot-service-authentication';
import { createRetry } from './channels/bot-service/retry';
import { SharedTokens, type CredentialsFactory } from './channels/bot-service/shared-tokens';
import type { Config } from './config';
import type { Clock } from './core/clock';
import type { Log } from './core/log';
import { isLoopback } from './core/loopback';
import { unwatched, type WatchSystem } from './core/watch-call';
import { BotServiceDoor } from './server/bot-service-door';
import { closedDoor } from './server/closed-door';
import type { Door } from './server/door';
import { loopbackDoor } from './server/loopback-door';
import { fetchIssuerKeys } from './server/fetch-keys';
import { SigningKeys } from './server/signing-keys';

/** The public cloud; sovereign clouds have others, see docs/azure.md. */
const METADATA_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const ISSUER = 'https://api.botframework.com';
const LOGIN_URL = 'https://login.microsoftonline.com';
const SHARED_TENANT = 'botframework.com';

export interface BotServiceParts {
  readonly middleware: readonly Middleware[];
  readonly onTurnError: (context: TurnContext, error: Error) => Promise<void>;
  readonly now: Clock;
  readonly log: Log;
  /** Measures the calls of the connector, of the login and of the keys' issuer. */
  readonly watch?: WatchSystem | undefined;
  /** Where the bot's own token comes from; by default the login of the cloud. */
  readonly credentials?: ServiceClientCredentialsFactory | undefined;
}

/** Puts together what talks to Azure Bot Service: the door for what comes in, the adapter for what goes out. */
export function createBotService(
  config: Config,
  { middleware, onTurnError, now, log, credentials, watch = () => unwatched }: BotServiceParts,
): { readonly adapter: BotServiceAdapter; readonly door: Door } {
  const options = authenticationOptions(config);
  const authentication = new BotServiceAuthentication(
    options,
    new SharedTokens(credentials ?? createCredentials(config, watch)),
  );
  const adapter = new BotServiceAdapter({
    ...{ authentication, retry: createRetry(), watch: watch('connector') },
    appId: config.MicrosoftAppId,
    audience: config.ToChannelFromBotOAuthScope,
  });
  adapter.onTurnError = onTurnError;
  adapter.use(...middleware);
  if (config.MicrosoftAppId === undefined)
    return { adapter, door: isExposed(config) ? closedDoor : loopbackDoor };
  const door = new BotServiceDoor({
    appId: config.MicrosoftAppId,
    issuer: config.ToBotFromChannelTokenIssuer ?? ISSUER,
    keys: createKeys(config.ToBotFromChannelOpenIdMetadataUrl ?? METADATA_URL, now, watch),
    allowedHosts: config.SERVICE_URL_HOSTS,
    log,
  });
  return { adapter, door };
}

function createKeys(metadataUrl: string, now: Clock, watch: WatchSystem): SigningKeys {
  const watched = watch('bot-service-keys');
  return new SigningKeys(() => watched(() => fetchIssuerKeys(metadataUrl, fetch)), now);
}

/** Without an app id there are none, and a managed identity is the SDK's affair. */
function createCredentials(config: Config, watch: WatchSystem): CredentialsFactory {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: secret, MicrosoftAppType: type } = config;
  if (appId === undefined || secret === undefined || type === 'UserAssignedMSI')
    return new ConfigurationServiceClientCredentialFactory(authenticationOptions(config));
  return createAzureLogin({ appId, secret, authority: loginUrlOf(config), watch: watch('login') });
}

/** Tokens of multi-tenant bots come from a tenant of the Bot Framework's own. */
function loginUrlOf(config: Config): string {
  const { MicrosoftAppTenantId: tenant = SHARED_TENANT, MicrosoftAppType: type } = config;
  return (
    config.ToChannelFromBotLoginUrl ??
    `${LOGIN_URL}/${type === 'MultiTenant' ? SHARED_TENANT : tenant}`
  );
}

/** Whether requests may come from other machines: to an address of its own, or through a proxy on this one. */
function isExposed({ HOST, TRUST_PROXY }: Config): boolean {
  return TRUST_PROXY || (HOST !== undefined && !isLoopback(HOST));
}

/** The SDK takes either none of the addresses or all of them. */
function authenticationOptions(config: Config) {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId, MicrosoftAppType } = config;
  if (MicrosoftAppId === undefined) return {};
  const loginUrl = config.ToChannelFromBotLoginUrl;
  const scope = config.ToChannelFromBotOAuthScope;
  return {
    ...{ MicrosoftAppId, MicrosoftAppType },
    ...(MicrosoftAppPassword !== undefined && { MicrosoftAppPassword }),
    ...(MicrosoftAppTenantId !== undefined && { MicrosoftAppTenantId }),
    ...((loginUrl !== undefined || scope !== undefined) && {
      ToChannelFromBotLoginUrl: loginUrlOf(config),
      ToChannelFromBotOAuthScope: scope ?? PUBLIC_AUDIENCE,
      ToBotFromChannelTokenIssuer: config.ToBotFromChannelTokenIssuer ?? ISSUER,
      ToBotFromChannelOpenIdMetadataUrl: config.ToBotFromChannelOpenIdMetadataUrl ?? METADATA_URL,
      ToBotFromEmulatorOpenIdMetadataUrl: config.ToBotFromChannelOpenIdMetadataUrl ?? METADATA_URL,
      OAuthUrl: 'https://api.botframework.com',
      ValidateAuthority: loginUrl === undefined,
    }),
  };
}
