import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from './direct-line-client';
import { call, visitorToken } from './call';
import { startServer, type TestServer } from './test-server';

const SECRET = 'azure-secret-of-thirty-two-characters';

/** A service that speaks Direct Line 3.0 and wants the secret, as Azure's does: another instance of the server. */
let azure: TestServer;
let server: TestServer;
beforeEach(async () => {
  azure = await startServer({ directLineApiSecret: SECRET });
  server = await startServer({
    azureDirectLine: { secret: SECRET, endpoint: `${azure.url}/v3/directline` },
  });
});
afterEach(async () => {
  await server.close();
  await azure.close();
});

it('gives the page a token of the service, with which a real client talks to it', async () => {
  const { token } = await visitorToken(server);
  const client = connect({ url: azure.url, token, webSocket: true });
  await client.hears('welcome');
  await client.say('hello');
  await client.hears('echo hello');
  expect(client.texts).toEqual(['welcome', '>hello', 'echo hello']);
  client.end();
});

it('tells the page where the service is, and lets it talk to it', async () => {
  expect(await visitorToken(server)).toMatchObject({ domain: `${azure.url}/v3/directline` });
  const { headers } = await call(server, '/webchat/');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain(`connect-src 'self' ${azure.url} ${azure.url.replace('http', 'ws')}`);
});

it('resumes a conversation that the service still has', async () => {
  const first = await visitorToken(server);
  await call(azure, '/v3/directline/conversations', { method: 'POST', token: first.token });
  const { conversationId, user } = first;
  const again = await visitorToken(server, { resume: first.resume });
  expect(again).toMatchObject({ conversationId, user });
  expect(user).toMatch(/^dl_/);
});

it('never shows the secret to a browser', async () => {
  const page = await call(server, '/webchat/');
  const token = await visitorToken(server);
  expect(JSON.stringify([page.body, token])).not.toContain(SECRET);
});

it.each([
  ['refuses', 403],
  ['fails', 500],
])('says that there is no token when the service %s', async (_what, status) => {
  const service: Server = createHttpServer((_request, response) => {
    response.statusCode = status;
    response.end();
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  const { port } = service.address() as AddressInfo;
  await server.close();
  server = await startServer({
    azureDirectLine: { secret: SECRET, endpoint: `http://127.0.0.1:${port}` },
  });
  const answer = await call(server, '/webchat/token', { method: 'POST', body: {} });
  expect(answer).toMatchObject({ status: 503, body: { error: { code: 'Unavailable' } } });
  await new Promise((resolve) => service.close(resolve));
});
