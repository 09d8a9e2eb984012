import type { Credentials } from './credentials';

/** A key that never changes, in `X-Api-Key`. */
export function createApiKeyCredentials(apiKey: string): Credentials {
  return {
    headers: () => Promise.resolve({ 'X-Api-Key': apiKey }),
    renew: () => false,
  };
}
