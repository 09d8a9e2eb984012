import {
  AzureKeyCredential,
  TextAnalysisClient,
  type TextAnalysisClientOptions,
} from '@azure/ai-language-text';
import { ManagedIdentityCredential } from '@azure/identity';
import { readRetryAfter } from '../outbound/read-retry-after';
import { limitBody } from '../outbound/limit-body';

/** The most that is asked for, two million characters of a job with their results, is far less. */
const MOST_BYTES = 8_000_000;

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
    additionalPolicies: [
      noticeThrottling(throttled),
      { position: 'perRetry', policy: limitBody(MOST_BYTES) },
      { position: 'perRetry', policy: stayAt(new URL(endpoint).origin) },
    ],
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
        if (response.status === 429) {
          const wait = readRetryAfter(response.headers.get('Retry-After'), Date.now());
          throttled(wait === undefined ? undefined : wait / 1000);
        }
        return response;
      },
    },
  };
}

/** The service says where the state of a job is found; the key goes nowhere but to the service. */
function stayAt(origin: string): Policies[number]['policy'] {
  return {
    name: 'stayAt',
    sendRequest(request, next) {
      if (new URL(request.url).origin === origin) return next(request);
      return Promise.reject(new Error('The service refers to another one.'));
    },
  };
}
