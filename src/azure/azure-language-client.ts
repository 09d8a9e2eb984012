import {
  AzureKeyCredential,
  TextAnalysisClient,
  type TextAnalysisClientOptions,
} from '@azure/ai-language-text';
import { ManagedIdentityCredential } from '@azure/identity';

/** Which Language resource there is, and how the bot signs in to it. */
export interface AzureLanguageSettings {
  /** Address of the resource, without a slash at its end. */
  readonly endpoint: string;
  /** A key of the resource; without one the bot signs in as its managed identity. */
  readonly key?: string | undefined;
  /** Client id of a user-assigned managed identity; without one the system-assigned is used. */
  readonly identity?: string | undefined;
}

/** Told that the service refused a call as one too many, and the seconds it asked for, where it did. */
type Throttled = (seconds: number | undefined) => void;

/**
 * Makes the one client of a Language resource. It never tries again and never follows a redirect, which could carry the
 * key elsewhere. Nothing is sent yet.
 */
export function createAzureLanguageClient(
  { endpoint, key, identity }: AzureLanguageSettings,
  throttled: Throttled,
): TextAnalysisClient {
  const options: TextAnalysisClientOptions = {
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    // Settings allow http on this machine only, where tests and stand-ins are.
    allowInsecureConnection: endpoint.startsWith('http:'),
    additionalPolicies: [noticeThrottling(throttled)],
  };
  if (key !== undefined)
    return new TextAnalysisClient(endpoint, new AzureKeyCredential(key), options);
  const managed = new ManagedIdentityCredential(
    identity === undefined ? {} : { clientId: identity },
  );
  return new TextAnalysisClient(endpoint, managed, options);
}

type Policies = NonNullable<TextAnalysisClientOptions['additionalPolicies']>;

/** Reads what the client's own errors no longer carry: the header of a refusal. */
function noticeThrottling(throttled: Throttled): Policies[number] {
  return {
    position: 'perRetry',
    policy: {
      name: 'noticeThrottling',
      async sendRequest(request, next) {
        const response = await next(request);
        if (response.status === 429) throttled(secondsOf(response.headers.get('Retry-After')));
        return response;
      },
    },
  };
}

/** `Retry-After` comes in seconds or as a date. */
function secondsOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
