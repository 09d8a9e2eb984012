import type { ServerOptions } from './create-server';

interface VisitorSettings {
  readonly VISITOR_TOKEN_ISSUER?: string | undefined;
  readonly VISITOR_TOKEN_SECRET?: string | undefined;
  readonly VISITOR_TOKEN_JWKS_URL?: string | undefined;
}

/** The settings of the web side, as `src/config.ts` reads them. */
export interface ServerSettings extends VisitorSettings {
  readonly DIRECT_LINE_SECRET?: string | undefined;
  readonly DIRECT_LINE_ENDPOINT: string;
  readonly DIRECT_LINE_API_SECRET?: string | undefined;
  readonly WEBCHAT_ALLOWED_ORIGINS: readonly string[];
  readonly VISITOR_TOKEN_AUDIENCE: string;
  readonly TRUST_PROXY: boolean;
}

type FromSettings =
  'azureDirectLine' | 'directLineApiSecret' | 'allowedOrigins' | 'hostSites' | 'trustsProxy';

/** What the settings mean for the server. */
export function serverOptionsFrom(settings: ServerSettings): Pick<ServerOptions, FromSettings> {
  const secret = settings.DIRECT_LINE_SECRET;
  return {
    azureDirectLine:
      secret === undefined ? undefined : { secret, endpoint: settings.DIRECT_LINE_ENDPOINT },
    directLineApiSecret: settings.DIRECT_LINE_API_SECRET,
    allowedOrigins: settings.WEBCHAT_ALLOWED_ORIGINS,
    hostSites: hostSitesFrom(settings),
    trustsProxy: settings.TRUST_PROXY,
  };
}

function hostSitesFrom(settings: ServerSettings): NonNullable<ServerOptions['hostSites']> {
  const { VISITOR_TOKEN_ISSUER: issuer, VISITOR_TOKEN_AUDIENCE: audience } = settings;
  const { VISITOR_TOKEN_SECRET: secret, VISITOR_TOKEN_JWKS_URL: jwksUrl } = settings;
  if (issuer === undefined) return [];
  if (secret !== undefined) return [{ issuer, audience, key: { secret } }];
  return jwksUrl === undefined ? [] : [{ issuer, audience, key: { jwksUrl } }];
}

/** A site vouches by its name and one kind of key; half of that would leave everybody unknown without a word. */
export function faultsOfVisitors(
  all: VisitorSettings,
): (readonly [name: string, message: string])[] {
  const { VISITOR_TOKEN_ISSUER: issuer } = all;
  const keys = (['VISITOR_TOKEN_SECRET', 'VISITOR_TOKEN_JWKS_URL'] as const).filter(
    (name) => all[name] !== undefined,
  );
  if (keys.length === 0)
    return issuer === undefined
      ? []
      : [['VISITOR_TOKEN_SECRET', 'or VISITOR_TOKEN_JWKS_URL is needed with VISITOR_TOKEN_ISSUER']];
  return [
    ...(issuer === undefined
      ? [['VISITOR_TOKEN_ISSUER', `is needed with ${keys.join(' and ')}`] as const]
      : []),
    ...(keys.length > 1
      ? [['VISITOR_TOKEN_SECRET', 'and VISITOR_TOKEN_JWKS_URL are both set: choose one'] as const]
      : []),
  ];
}
