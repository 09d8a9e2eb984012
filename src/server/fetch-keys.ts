import { z } from 'zod';
import { readBody } from '../outbound/read-body';

const metadata = z.object({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const keySet = z.object({
  keys: z.array(
    z.looseObject({
      kid: z.string().exactOptional(),
      kty: z.string(),
      /** Channels for which the issuer uses the key. */
      endorsements: z.array(z.string()).default([]),
    }),
  ),
});

/** A public key as a JWK (RFC 7517). */
export type SigningKey = z.infer<typeof keySet>['keys'][number];

const TIMEOUT_MS = 5000;
const MOST_BYTES = 1_000_000;

/** The keys of a JSON Web Key Set; rejects when they can't be had within five seconds. */
export async function fetchKeys(url: string, fetch: typeof globalThis.fetch) {
  return keySet.parse(await getJson(url, fetch)).keys;
}

/** The keys of an OpenID issuer, by its metadata; never over a connection less safe than that of the metadata. */
export async function fetchIssuerKeys(metadataUrl: string, fetch: typeof globalThis.fetch) {
  const { jwks_uri: url } = metadata.parse(await getJson(metadataUrl, fetch));
  if (metadataUrl.startsWith('https:') && !url.startsWith('https:'))
    throw new Error('The keys are not published over https.');
  return fetchKeys(url, fetch);
}

async function getJson(url: string, fetch: typeof globalThis.fetch): Promise<unknown> {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.ok) return JSON.parse(await readBody(response.body, MOST_BYTES));
  await response.body?.cancel();
  throw new Error(`${url} answered ${response.status}.`);
}
