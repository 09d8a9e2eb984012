import {
  ConfigurationServiceClientCredentialFactory,
  type Middleware,
  type TurnContext,
} from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import { BotServiceAdapter, PUBLIC_AUDIENCE } from './channels/bot-service/bot-service-adapter';
import { BotServiceAuthentication } from './channels/bot-service/bot-service-authentication';
import { createRetry } from './channels/bot-service/retry';
import { SharedTokens } from './channels/bot-service/shared-tokens';
import type { Config } from './config';
import type { Clock } from './core/clock';
import type { Log } from './core/log';
import { BotServiceDoor } from './server/bot-service-door';
import { closedDoor } from './server/closed-door';
import type { Door } from './server/door';
import { isLoopback } from './server/loopback';
import { loopbackDoor } from './server/loopback-door';
import { SigningKeys } from './server/signing-keys';
import { measureCalls, type Called } from './support/measure-calls';

/** The public cloud; sovereign clouds have others, see docs/azure.md. */
const METADATA_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const ISSUER = 'https://api.botframework.com';
const LOGIN_URL = 'https://login.microsoftonline.com';

export interface BotServiceParts {
  readonly middleware: readonly Middleware[];
  readonly onTurnError: (context: TurnContext, error: Error) => Promise<void>;
  readonly now: Clock;
  readonly log: Log;
  /** Told how each call of a connector ended. */
  readonly called?: Called | undefined;
  /** Where the bot's own token comes from; by default the login of the cloud. */
  readonly credentials?: ServiceClientCredentialsFactory | undefined;
}

/** Puts together what talks to Azure Bot Service: the door for what comes in, the adapter for what goes out. */
export function createBotService(
  config: Config,
  { middleware, onTurnError, now, log, credentials, called = () => undefined }: BotServiceParts,
): { readonly adapter: BotServiceAdapter; readonly door: Door } {
  const options = authenticationOptions(config);
  const authentication = new BotServiceAuthentication(
    options,
    new SharedTokens(credentials ?? new ConfigurationServiceClientCredentialFactory(options)),
  );
  const adapter = new BotServiceAdapter({
    ...{ authentication, retry: createRetry(), measure: measureCalls('connector', called, now) },
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
    keys: new SigningKeys(config.ToBotFromChannelOpenIdMetadataUrl ?? METADATA_URL, now),
    allowedHosts: config.SERVICE_URL_HOSTS,
    log,
  });
  return { adapter, door };
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
      ToChannelFromBotLoginUrl:
        loginUrl ?? `${LOGIN_URL}/${MicrosoftAppTenantId ?? 'botframework.com'}`,
      ToChannelFromBotOAuthScope: scope ?? PUBLIC_AUDIENCE,
      ToBotFromChannelTokenIssuer: config.ToBotFromChannelTokenIssuer ?? ISSUER,
      ToBotFromChannelOpenIdMetadataUrl: config.ToBotFromChannelOpenIdMetadataUrl ?? METADATA_URL,
      ToBotFromEmulatorOpenIdMetadataUrl: config.ToBotFromChannelOpenIdMetadataUrl ?? METADATA_URL,
      OAuthUrl: 'https://api.botframework.com',
      ValidateAuthority: loginUrl === undefined,
    }),
  };
}
