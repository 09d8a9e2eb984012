import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import { MsalServiceClientCredentialsFactory } from 'botframework-connector';
import { z } from 'zod';
import { unwatched, type WatchCall } from '../../core/watch-call';
import { readBody } from '../../outbound/read-body';
import type { CredentialsFactory } from './shared-tokens';

const TIMEOUT_MS = 5000;
const MOST_BYTES = 256 * 1024;

export interface AzureLoginOptions {
  readonly appId: string;
  readonly secret: string;
  /** Where the bot signs in: `https://login.microsoftonline.com/TENANT`. */
  readonly authority: string;
  readonly fetch?: typeof fetch | undefined;
  /** Watches calls of the login. */
  readonly watch?: WatchCall | undefined;
}

/** The bot's own tokens, from the login of the cloud with a client secret. */
export function createAzureLogin(options: AzureLoginOptions): CredentialsFactory {
  const { appId, secret, authority } = options;
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: appId,
      clientSecret: secret,
      authority,
      // It stands in the settings: nobody else is asked whether it is one.
      knownAuthorities: [new URL(authority).host],
    },
    system: { networkClient: createNetwork(options) },
  });
  return new MsalServiceClientCredentialsFactory(appId, client);
}

type Ask = INetworkModule['sendPostRequestAsync'];

/** MSAL takes any object for what it has asked for, and looks for itself whether it is. */
const asAsked = z.custom<never>();

/** What MSAL calls the login through: its own client waits without end, and keeps whatever comes. */
function createNetwork(options: AzureLoginOptions): INetworkModule {
  const { fetch: send = fetch, watch = unwatched } = options;
  const asking =
    (method: string): Ask =>
    (url, { headers, body } = {}) =>
      watch(async () => {
        const response = await send(url, {
          ...{ method, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) },
          ...(headers !== undefined && { headers }),
          ...(body !== undefined && { body }),
        });
        const { status } = response;
        const text = await readBody(response.body, MOST_BYTES);
        return {
          status,
          headers: Object.fromEntries(response.headers),
          body: asAsked.parse(parse(text, status)),
        };
      });
  return { sendGetRequestAsync: asking('GET'), sendPostRequestAsync: asking('POST') };
}

/** A refusal is an object too, and says why; all else is no answer of a login. */
function parse(text: string, status: number): object {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new Error(`The login answered ${status}, and nothing that can be read.`);
  }
}
