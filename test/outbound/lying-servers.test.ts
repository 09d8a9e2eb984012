import { generateKeyPair, SignJWT } from 'jose';
import { AppCredentials } from 'botframework-connector';
import { HttpAccountBackend } from '../../src/accounts/http-account-backend';
import { AccountClient } from '../../src/accounts/http/account-client';
import { createApiKeyCredentials } from '../../src/accounts/http/api-key-credentials';
import { ClientCredentials } from '../../src/accounts/http/client-credentials';
import { createAzureLogin } from '../../src/channels/bot-service/azure-login';
import { SharedTokens } from '../../src/channels/bot-service/shared-tokens';
import type { Ticket } from '../../src/core/ticket';
import { readBody } from '../../src/outbound/read-body';
import { AzureTokenSource } from '../../src/server/azure-token-source';
import { fetchIssuerKeys } from '../../src/server/fetch-keys';
import { createVisitorVerifier } from '../../src/server/visitor-verifier';
import { createOpenIdSignIn } from '../../src/support-page/sign-in/create-open-id-sign-in';
import { createWebhookBackend } from '../../src/support/tickets/webhook-backend';
import { buildAzure } from '../azure/azure-builder';
import { buildDraft } from '../support-desk/ticket-desk';
import { LIES, LyingServer, STALLS } from './lies';

const now = () => new Date();
const at = now().toISOString();
const ticket: Ticket = {
  ...{ ...buildDraft(), number: 1001, createdAt: at, updatedAt: at },
  status: 'open',
};
const NO_EARLIER = { locale: undefined, resume: undefined, visitor: undefined };
const ALL = { ...LIES, ...STALLS };

let server: LyingServer;
let url: string;
beforeAll(async () => {
  server = await LyingServer.start();
  url = server.url;
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => server.close());

/** Ends with what a call that must fail says, and how often the server was asked. */
async function failureOf(call: () => Promise<unknown>) {
  const failure = await call().then(
    (value) => `gave ${JSON.stringify(value)}`,
    (error: unknown) => String(error),
  );
  const asked = server.takeAsked();
  expect(asked).not.toContain('/elsewhere');
  expect(failure).not.toMatch(/^gave|hush/);
  return { failure, times: asked.length };
}

describe.each(Object.keys(ALL))('a server that answers with %s', (name) => {
  const patience = name in STALLS ? 100 : 5000;
  beforeEach(() => {
    server.lie = ALL[name] ?? server.lie;
    server.takeAsked();
    // Deadlines that are run into are made short.
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(patience));
  });

  it('is an account server that can’t tell', async () => {
    const credentials = createApiKeyCredentials('key');
    const client = new AccountClient({ baseUrl: url, credentials, fetch, now });
    const backend = new HttpAccountBackend({ client, now, deadline: patience });
    const identity = { provider: 'website', issuer: 'i', subject: 's' } as const;
    expect(await backend.find(identity)).toEqual({ status: 'unavailable' });
    const asked = server.takeAsked();
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(asked).not.toContain('/elsewhere');
  });

  it('gives no token', async () => {
    const options = { tokenUrl: url, clientId: 'id', clientSecret: 'hush', fetch, now };
    const { times } = await failureOf(() =>
      new ClientCredentials(options).headers(AbortSignal.timeout(5000)),
    );
    expect(times).toBe(1);
  });

  it('gives no keys', async () => {
    expect(await failureOf(() => fetchIssuerKeys(`${url}/metadata`, fetch))).toMatchObject({
      times: 1,
    });
  });

  it('gives the bot no token of its own', async () => {
    const toLiar: typeof fetch = (_url, init) => fetch(url, init);
    const login = createAzureLogin({
      ...{ appId: 'app', secret: 'hush', fetch: toLiar },
      authority: 'https://login.example/tenant',
    });
    const credentials = await new SharedTokens(login).createCredentials('app', 'a', 'b', false);
    const { times } = await failureOf(() =>
      credentials instanceof AppCredentials ? credentials.getToken() : Promise.resolve(),
    );
    expect(times).toBe(1);
  });

  it('gives a visitor no token of the chat service', async () => {
    const source = new AzureTokenSource({
      ...{ secret: 'hush', endpoint: url, fetch },
      visitors: { keep: () => Promise.resolve(), find: () => Promise.resolve(undefined) },
      tokens: { issue: () => Promise.resolve('') } as never,
    });
    const call = () => source.exchange({ origin: 'http://bot.example', ...NO_EARLIER });
    const { failure, times } = await failureOf(call);
    expect([failure, times]).toEqual([expect.stringContaining('gives no token'), 1]);
  });

  it('vouches for nobody', async () => {
    const { privateKey } = await keyPair;
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .setIssuer('site')
      .sign(privateKey);
    const sites = [{ issuer: 'site', audience: 'bot', key: { jwksUrl: url } }];
    const used = { useOnce: () => Promise.resolve(true) };
    const { failure, times } = await failureOf(() =>
      createVisitorVerifier({ sites, now, used })(token),
    );
    expect([failure, times]).toEqual([expect.stringContaining('keys can'), 1]);
  });

  it('signs no supporter in', async () => {
    const provider = { issuer: url, clientId: 'c', clientSecret: 'hush', role: 'r', now };
    const signIn = createOpenIdSignIn({ ...provider, timeout: patience });
    expect(await failureOf(() => signIn.begin('http://bot.example'))).toMatchObject({ times: 1 });
  });

  it('knows nothing of language', async () => {
    const { azure } = buildAzure({
      ...{ endpoint: url, key: 'hush' },
      behaviour: { type: name in STALLS ? 'hangs' : 'right' },
    });
    const call = { use: 'key-phrases', texts: ['hello'], deadline: patience } as const;
    const { times } = await failureOf(() =>
      azure.call(call, (client, safe, abortSignal) =>
        client.analyze('KeyPhraseExtraction', [...safe], 'en', { abortSignal }),
      ),
    );
    expect(times).toBe(1);
  });

  it('takes a ticket or doesn’t, by its status alone', async () => {
    const backend = createWebhookBackend({ url, secret: 'secret', fetch, now });
    const delivered = await backend.deliver(ticket).then(
      ({ reference }) => reference ?? 'taken',
      () => 'refused',
    );
    expect(delivered).toBe(
      /redirect|broken|many|refusal|page|^nothing/.test(name) ? 'refused' : 'taken',
    );
    expect(server.takeAsked()).toHaveLength(1);
  });
});

const keyPair = generateKeyPair('ES256');

it('a body is read to its last character, whatever its chunks', async () => {
  const text = 'åäö😀'.repeat(10_000);
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
      controller.close();
    },
  });
  expect(await readBody(new Response(body).body, bytes.length)).toBe(text);
  expect(await readBody(new Response(null).body, 0)).toBe('');
});
