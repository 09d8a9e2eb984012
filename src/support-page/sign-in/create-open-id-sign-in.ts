import { custom, generators, Issuer, type BaseClient } from 'openid-client';
import { z } from 'zod';
import { storable } from '../../core/storable';
import type { Clock } from '../../core/clock';
import { unwatched, type WatchCall } from '../../core/watch-call';
import { createBoundedAgent } from '../../outbound/bounded-agent';
import type { OpenIdSignIn } from './open-id-sign-in';

export interface OpenIdOptions {
  /** Address below which the provider publishes `.well-known/openid-configuration`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who may use the page: those with this among their `roles`, which Entra ID gives for an app role. */
  readonly role: string;
  readonly now: Clock;
  /** Milliseconds that one call of the provider may take. */
  readonly timeout?: number | undefined;
  /** Watches calls of the provider. */
  readonly watch?: WatchCall | undefined;
}

const TIMEOUT_MS = 5000;
const MOST_BYTES = 1_000_000;
/** Keys and addresses of the provider are asked for anew after a day. */
const REFRESH_MS = 24 * 60 * 60 * 1000;

const text = z.string().max(1000).overwrite(storable);

/** Entra ID gives `oid`, which is the same in all apps of an organisation; others give `sub` only. */
const claimsSchema = z.object({
  sub: text,
  oid: text.optional(),
  name: text.optional(),
  preferred_username: text.optional(),
  roles: z.array(z.string()).default([]),
});

/** Signing in by the authorization code flow with PKCE. The provider is looked up when somebody first signs in. */
export function createOpenIdSignIn(options: OpenIdOptions): OpenIdSignIn {
  const { watch = unwatched } = options;
  const client = refreshed(() => watch(() => discover(options)), options.now);
  return {
    async begin(redirectUri) {
      const pending = {
        state: generators.state(),
        nonce: generators.nonce(),
        verifier: generators.codeVerifier(),
      };
      const url = (await client()).authorizationUrl({
        ...{ redirect_uri: redirectUri, scope: 'openid profile' },
        ...{ state: pending.state, nonce: pending.nonce },
        code_challenge: generators.codeChallenge(pending.verifier),
        code_challenge_method: 'S256',
      });
      return { url, pending };
    },
    async finish(redirectUri, parameters, { state, nonce, verifier }) {
      const returned = Object.fromEntries(parameters);
      const checks = { state, nonce, code_verifier: verifier, response_type: 'code' };
      const provider = await client();
      const tokens = await watch(() => provider.callback(redirectUri, returned, checks));
      const { sub, oid, name, preferred_username, roles } = claimsSchema.parse(tokens.claims());
      if (!roles.includes(options.role)) return 'refused';
      return { id: oid ?? sub, name: name ?? preferred_username ?? '' };
    },
  };
}

async function discover({
  issuer,
  clientId,
  clientSecret,
  timeout = TIMEOUT_MS,
}: OpenIdOptions): Promise<BaseClient> {
  custom.setHttpOptionsDefaults({
    timeout,
    agent: createBoundedAgent(new URL(issuer).protocol, { lifetime: timeout, most: MOST_BYTES }),
  });
  const provider = await Issuer.discover(issuer);
  const client = new provider.Client({
    ...{ client_id: clientId, client_secret: clientSecret },
    response_types: ['code'],
  });
  client[custom.clock_tolerance] = 30;
  return client;
}

/** What was made, until it is too old; a failure isn't kept. */
function refreshed<T>(make: () => Promise<T>, now: Clock): () => Promise<T> {
  let made: { readonly at: number; readonly value: Promise<T> } | undefined;
  return () => {
    const at = now().getTime();
    if (made !== undefined && at - made.at < REFRESH_MS) return made.value;
    const fresh = { at, value: make() };
    made = fresh;
    fresh.value.catch(() => {
      if (made === fresh) made = undefined;
    });
    return fresh.value;
  };
}
