import type { AccountBackend } from '../../src/accounts/account-backend';
import {
  createAccountBackend,
  type CredentialSettings,
} from '../../src/accounts/create-account-backend';
import {
  HttpAccountBackend,
  type AccountLookupEvent,
} from '../../src/accounts/http-account-backend';
import { AccountClient } from '../../src/accounts/http/account-client';
import { ClientCredentials } from '../../src/accounts/http/client-credentials';
import { createApiKeyCredentials } from '../../src/accounts/http/api-key-credentials';
import type { Identity } from '../../src/accounts/identity';
import { describeAccountBackend } from './account-backend.contract';
import { AccountServer } from './http/account-server';

/** Longer than an answer takes on the busiest machine; where none comes, a twentieth of it is waited for. */
const PATIENCE_MS = 20_000;

const apiKey: CredentialSettings = { kind: 'api-key', apiKey: 'sample-api-key' };
const person = (user: string): Identity => ({
  provider: 'entra',
  tenantId: 'svealand.example',
  objectId: user,
});
const dora: Identity = {
  provider: 'website',
  issuer: 'https://partners.example',
  subject: 'dora',
};

let server: AccountServer;
beforeAll(async () => {
  server = await AccountServer.start();
});
afterAll(() => server.stop());

const clientCredentials = (clientSecret = 'sample-secret'): CredentialSettings => ({
  kind: 'client-credentials',
  tokenUrl: `${server.url}/oauth/token`,
  clientId: 'sample-client',
  clientSecret,
  scope: 'accounts.read',
});

describeAccountBackend('HttpAccountBackend', () =>
  Promise.resolve({
    backend: createAccountBackend(
      {
        kind: 'http',
        baseUrl: server.url,
        credentials: clientCredentials(),
        deadline: PATIENCE_MS,
      },
      { fetch, now: () => new Date() },
    ),
    admin: person('ada'),
    member: person('bo'),
    stranger: dora,
    unknown: person('nobody'),
    forbidden: person('cilla'),
    outage: person('broken'),
  }),
);

/** A backend with a clock that stands still until it is moved, and the events that it reports. */
function startBackend({
  credentials = apiKey,
  baseUrl = server.url,
  deadline = PATIENCE_MS,
}: { credentials?: CredentialSettings; baseUrl?: string; deadline?: number } = {}) {
  let time = Date.parse('2026-11-22T12:00:00Z');
  const now = () => new Date(time);
  const events: AccountLookupEvent[] = [];
  const onLookup = (event: AccountLookupEvent) => void events.push(event);
  const backend: AccountBackend =
    credentials.kind === 'api-key'
      ? new HttpAccountBackend({
          client: new AccountClient({
            baseUrl,
            credentials: createApiKeyCredentials(credentials.apiKey),
            fetch,
            now,
          }),
          now,
          onLookup,
          deadline,
        })
      : createAccountBackend(
          { kind: 'http', baseUrl, credentials, deadline },
          { fetch, now, onLookup },
        );
  return { backend, events, pass: (seconds: number) => (time += seconds * 1000) };
}

it('asks no server for people of the demonstration', async () => {
  const { backend, events } = startBackend();
  expect(await backend.find({ provider: 'demo', user: 'anna' })).toEqual({ status: 'unknown' });
  expect(events).toEqual([]);
});

it('takes no redirect, which could carry the credentials elsewhere', async () => {
  const asked = jest.fn<ReturnType<typeof fetch>, Parameters<typeof fetch>>(() =>
    Promise.reject(new TypeError('fetch failed')),
  );
  const client = new AccountClient({
    ...{ baseUrl: server.url, credentials: createApiKeyCredentials('key'), fetch: asked },
    now: () => new Date(),
  });
  const { signal } = new AbortController();
  await expect(client.get(dora, { signal })).rejects.toThrow('fetch failed');
  expect(asked.mock.lastCall?.[1]?.redirect).toBe('error');
});

describe('a server in trouble', () => {
  it.each([
    ['hanging', 'timeout', 1],
    ['stalling', 'timeout', 1],
    ['broken', 'status-500', 2],
    ['dropping', 'network', 2],
    ['busy', 'status-429', 1],
    ['unauthorized', 'status-401', 1],
    ['babbling', 'unreadable', 1],
    ['leaking', 'unreadable', 1],
    ['not-modified', 'status-304', 1],
    ['redirecting', 'network', 2],
  ])('%s: is unavailable because of %s, after %i calls', async (user, reason, calls) => {
    const { backend, events } = startBackend({
      deadline: reason === 'timeout' ? PATIENCE_MS / 20 : PATIENCE_MS,
    });
    const before = await server.calls(user);
    expect(await backend.find(person(user))).toEqual({ status: 'unavailable' });
    expect(events).toEqual([{ outcome: 'unavailable', from: 'server', milliseconds: 0, reason }]);
    expect((await server.calls(user)) - before).toBe(calls);
  });

  it.each(['slow', 'flaky'])('%s: is waited for', async (user) => {
    const { backend } = startBackend();
    expect(await backend.find(person(user))).toMatchObject({ status: 'known' });
  });

  it('that is not there', async () => {
    const { backend, events } = startBackend({ baseUrl: 'http://127.0.0.1:9' });
    expect(await backend.find(person('ada'))).toEqual({ status: 'unavailable' });
    expect(events).toMatchObject([{ reason: 'network' }]);
  });

  it('is left alone after five failures in a row, for everybody', async () => {
    const { backend, events } = startBackend();
    for (let call = 0; call < 8; call += 1) await backend.find(person('broken'));
    const reasons = events.map(({ reason }) => reason);
    expect(reasons.slice(-4)).toEqual(Array(4).fill('circuit-open'));
    expect(await backend.find(dora)).toEqual({ status: 'unavailable' });
  });

  it('is left alone after it has hung five times', async () => {
    const { backend, events } = startBackend({ deadline: 60 });
    for (let call = 0; call < 6; call += 1) await backend.find(person('hanging'));
    expect(events.map(({ reason }) => reason)).toEqual([
      ...Array<string>(5).fill('timeout'),
      'circuit-open',
    ]);
  });

  it('is left alone for as long as it asks', async () => {
    const { backend, events, pass } = startBackend();
    await backend.find(person('busy'));
    pass(59);
    expect(await backend.find(dora)).toEqual({ status: 'unavailable' });
    expect(events.at(-1)?.reason).toBe('paused');
    pass(2);
    expect(await backend.find(dora)).toMatchObject({ status: 'known' });
  });

  it('is asked once by those who ask for the same person at the same time', async () => {
    const { backend } = startBackend();
    const before = await server.calls('slow');
    await Promise.all(Array.from({ length: 20 }, () => backend.find(person('slow'))));
    expect((await server.calls('slow')) - before).toBe(1);
  });
});

describe('credentials', () => {
  it('that are wrong', async () => {
    const wrongKey = startBackend({ credentials: { kind: 'api-key', apiKey: 'wrong' } });
    expect(await wrongKey.backend.find(person('ada'))).toEqual({ status: 'unavailable' });
    const wrongSecret = startBackend({ credentials: clientCredentials('wrong') });
    expect(await wrongSecret.backend.find(person('ada'))).toEqual({ status: 'unavailable' });
    expect(wrongSecret.events).toMatchObject([{ reason: 'token-refused' }]);
  });

  it('share one access token until it ends', async () => {
    const { backend, pass } = startBackend({ credentials: clientCredentials() });
    const before = await server.tokensAsked();
    await Promise.all([person('ada'), person('bo'), dora].map((who) => backend.find(who)));
    pass(60);
    await backend.find(dora);
    expect((await server.tokensAsked()) - before).toBe(1);
    pass(3600);
    await backend.find(dora);
    expect((await server.tokensAsked()) - before).toBe(2);
  });

  it.each(['3600', undefined])('take a token that ends after %j', async (expires_in) => {
    const tokens: string[] = [];
    const now = () => new Date('2026-11-22T12:00:00Z');
    const issue: typeof fetch = () => {
      tokens.push(`token-${tokens.length}`);
      return Promise.resolve(Response.json({ access_token: tokens.at(-1), expires_in }));
    };
    const client = { tokenUrl: 'https://x.example', clientId: 'c', clientSecret: 's' };
    const credentials = new ClientCredentials({ ...client, fetch: issue, now });
    for (let call = 0; call < 2; call += 1)
      expect(await credentials.headers(AbortSignal.timeout(PATIENCE_MS))).toEqual({
        Authorization: 'Bearer token-0',
      });
  });

  it('are renewed when the server has forgotten them', async () => {
    const { backend } = startBackend({ credentials: clientCredentials() });
    expect(await backend.find(person('revoking'))).toMatchObject({ status: 'known' });
  });
});

describe('the cache', () => {
  it('keeps an answer for half a minute, then asks whether it has changed', async () => {
    const { backend, events, pass } = startBackend();
    const before = await server.calls('dora');
    const first = await backend.find(dora);
    pass(29);
    expect(await backend.find(dora)).toBe(first);
    expect(events.at(-1)?.from).toBe('cache');
    expect((await server.calls('dora')) - before).toBe(1);
    pass(2);
    // The very same account: the server has only said that it hasn't changed.
    expect(await backend.find(dora)).toBe(first);
    expect((await server.calls('dora')) - before).toBe(2);
  });

  it('takes news in spite of an old tag', async () => {
    const { backend, pass } = startBackend();
    const companyOf = async () => {
      const lookup = await backend.find(person('changing'));
      return lookup.status === 'known' ? lookup.account.company : lookup.status;
    };
    const first = await companyOf();
    expect(await companyOf()).toBe(first);
    pass(31);
    expect(await companyOf()).not.toBe(first);
  });

  it('never serves one person with what another may see', async () => {
    const { backend } = startBackend();
    await backend.find(person('ada'));
    expect(await backend.find(person('bo'))).toMatchObject({
      account: { productKeys: { access: 'denied' } },
    });
    const elsewhere: Identity = { provider: 'entra', tenantId: 'other.example', objectId: 'ada' };
    expect(await backend.find(elsewhere)).toEqual({ status: 'unknown' });
  });
});

it('shows no real account to a demo user', async () => {
  const { backend } = startBackend();
  expect(await backend.find({ provider: 'demo', user: 'ada' })).toEqual({ status: 'unknown' });
});
