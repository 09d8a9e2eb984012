import { SignJWT } from 'jose';
import { loadConfig } from '../../src/config';
import { createBotService } from '../../src/create-bot-service';
import { startConnector, type FakeConnector } from '../support/bot-service/fake-connector';
import {
  startIssuer,
  type FakeIssuer,
  type TokenOptions,
} from '../support/bot-service/fake-issuer';
import { LoopbackCredentialsFactory } from '../support/bot-service/loopback-credentials';
import { silentLog, startServer, type TestServer } from './test-server';

const APP_ID = '11111111-2222-4333-8444-555555555555';

let issuer: FakeIssuer;
let connector: FakeConnector;
let server: TestServer;

beforeAll(async () => {
  issuer = await startIssuer(APP_ID);
  connector = await startConnector();
  const config = loadConfig({
    MicrosoftAppId: APP_ID,
    MicrosoftAppPassword: 'secret',
    MicrosoftAppTenantId: 'tenant',
    SERVICE_URL_HOSTS: connector.host,
    ToBotFromChannelOpenIdMetadataUrl: `${issuer.url}/metadata`,
    ToBotFromChannelTokenIssuer: issuer.url,
  });
  const botService = createBotService(config, {
    middleware: [],
    onTurnError: () => Promise.resolve(),
    now: () => new Date(),
    log: silentLog,
    credentials: new LoopbackCredentialsFactory(APP_ID, issuer.url),
  });
  server = await startServer(botService);
});
afterAll(() => Promise.all([server.close(), issuer.close(), connector.close()]));

function post(authorization?: string, changes: object = {}): Promise<Response> {
  return fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(authorization !== undefined && { Authorization: authorization }),
    },
    body: JSON.stringify({
      type: 'message',
      id: '1',
      text: 'hello',
      channelId: 'msteams',
      serviceUrl: connector.url,
      conversation: { id: 'a:1', tenantId: 'tenant' },
      from: { id: '29:anna', aadObjectId: 'anna' },
      recipient: { id: `28:${APP_ID}` },
      ...changes,
    }),
  });
}
const bearer = async (options?: TokenOptions) =>
  `Bearer ${await issuer.token(connector.url, options)}`;

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('the door', () => {
  it('lets in what the issuer signed, and the reply reaches the connector with the bot’s own token', async () => {
    const response = await post(await bearer());
    expect(response.status).toBe(200);
    expect(connector.calls).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations/a:1/activities/1',
        authorization: 'Bearer outbound-1',
      },
    ]);
    expect([...connector.shown.values()]).toMatchObject([{ text: 'echo hello', replyToId: '1' }]);
  });

  it('fetches the keys and the bot’s own token once', async () => {
    for (let turn = 0; turn < 5; turn += 1) await post(await bearer());
    expect(issuer.seen).toEqual({ metadata: 1, keys: 1, tokens: 1 });
  });

  const minutes = (count: number) => count * 60;
  const wrong: Readonly<Record<string, () => Promise<string | undefined> | string | undefined>> = {
    'no token': () => undefined,
    'an empty one': () => 'Bearer ',
    garbage: () => 'Bearer nonsense',
    'garbage in three parts': () => 'Bearer a.b.c',
    'another scheme': async () => (await bearer()).replace('Bearer', 'Basic'),
    'a bad signature': async () => {
      const token = await bearer();
      return `${token.slice(0, -8)}${token.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`;
    },
    'changed claims': async () => {
      const [head, , signature] = (await bearer()).split('.');
      return `${head}.${encode({ serviceurl: connector.url, iss: issuer.url, aud: APP_ID, exp: 9e9 })}.${signature}`;
    },
    'another audience': () => bearer({ claims: { aud: 'someone-else' } }),
    'another issuer': () => bearer({ claims: { iss: 'https://sts.windows.net/x/' } }),
    'an expired one': () => bearer({ from: minutes(-60), until: minutes(-6) }),
    'one that is not valid yet': () => bearer({ from: minutes(6), until: minutes(60) }),
    'another service URL': () => bearer({ claims: { serviceurl: 'https://evil.example' } }),
    'no service URL': () => bearer({ claims: { serviceurl: undefined } }),
    'a key without endorsements': () => bearer({ key: 'bare' }),
    'a key endorsed for another channel': () => bearer({ key: 'slack' }),
    'the key of someone else under a known id': async () => {
      const other = await startIssuer(APP_ID);
      await other.close();
      return `Bearer ${await other.token(connector.url, { claims: { iss: issuer.url } })}`;
    },
    'an unknown key id': () =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'HS256', kid: 'unknown' })
        .sign(Buffer.from('x'))
        .then((token) => `Bearer ${token}`),
    'alg none': () =>
      `Bearer ${encode({ alg: 'none', kid: 'endorsed' })}.${encode({ serviceurl: connector.url, iss: issuer.url, aud: APP_ID, exp: 9e9 })}.`,
    'HS256 with the public key': () =>
      bearer({ alg: 'HS256', signWith: Buffer.from(JSON.stringify(issuer.keys[0])) }),
  };

  it.each(Object.keys(wrong))('refuses %s, and says no more than that', async (what) => {
    const before = connector.calls.length;
    const response = await post((await wrong[what]?.()) ?? undefined);
    expect([401, 403]).toContain(response.status);
    expect(await response.json()).toEqual({
      error: { code: 'Unauthorized', message: 'Not authorized.' },
    });
    expect(connector.calls).toHaveLength(before);
  });

  it.each([
    'http://192.0.2.1',
    'https://evil.example',
    'https://smba.trafficmanager.net.evil.example',
  ])('sends no reply to %s, even when the token names it', async (serviceUrl) => {
    const response = await post(`Bearer ${await issuer.token(serviceUrl)}`, { serviceUrl });
    expect(response.status).toBe(403);
  });

  it('answers 503 while the keys can’t be had', async () => {
    const config = loadConfig({
      MicrosoftAppId: APP_ID,
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppTenantId: 'tenant',
      ToBotFromChannelOpenIdMetadataUrl: 'http://127.0.0.1:9/metadata',
    });
    const { door } = createBotService(config, {
      ...{ middleware: [], now: () => new Date(), log: silentLog },
      onTurnError: () => Promise.resolve(),
      credentials: new LoopbackCredentialsFactory(APP_ID, issuer.url),
    });
    const arrival = { channelId: 'msteams', serviceUrl: connector.url };
    await expect(door.admit(arrival, await bearer())).rejects.toMatchObject({ status: 503 });
  });
});
