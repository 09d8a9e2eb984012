import type { Clock } from '../core/clock';
import type { AccountBackend } from './account-backend';
import { DemoAccountBackend } from './demo-account-backend';
import { HttpAccountBackend, type AccountLookupEvent } from './http-account-backend';
import { AccountClient } from './http/account-client';
import { createApiKeyCredentials } from './http/api-key-credentials';
import { ClientCredentials } from './http/client-credentials';
import type { Credentials } from './http/credentials';

/** Which backend there is, and what it needs. */
export type AccountBackendSettings =
  | { readonly kind: 'demo' }
  | {
      readonly kind: 'http';
      readonly baseUrl: string;
      readonly credentials: CredentialSettings;
      /** Milliseconds that a lookup may take; {@link HttpAccountBackend} has its own where none are given. */
      readonly deadline?: number;
    };

/** How the bot proves who it is to an account server. */
export type CredentialSettings =
  | { readonly kind: 'api-key'; readonly apiKey: string }
  | {
      readonly kind: 'client-credentials';
      readonly tokenUrl: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly scope?: string | undefined;
    };

/** The outside world, as far as account backends touch it. */
export interface AccountBackendWorld {
  readonly fetch: typeof fetch;
  readonly now: Clock;
  readonly onLookup?: ((event: AccountLookupEvent) => void) | undefined;
}

/** Makes the account backend that the settings name. */
export function createAccountBackend(
  settings: AccountBackendSettings,
  world: AccountBackendWorld,
): AccountBackend {
  switch (settings.kind) {
    case 'demo':
      return new DemoAccountBackend(world.now);
    case 'http': {
      const credentials = createCredentials(settings.credentials, world);
      const client = new AccountClient({ baseUrl: settings.baseUrl, credentials, ...world });
      return new HttpAccountBackend({ client, deadline: settings.deadline, ...world });
    }
  }
}

function createCredentials(settings: CredentialSettings, world: AccountBackendWorld): Credentials {
  return settings.kind === 'api-key'
    ? createApiKeyCredentials(settings.apiKey)
    : new ClientCredentials({ ...settings, ...world });
}
