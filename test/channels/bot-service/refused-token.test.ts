import { ClaimsIdentity } from 'botframework-connector';
import { randomUUID } from 'node:crypto';
import { BotServiceAuthentication } from '../../../src/channels/bot-service/bot-service-authentication';
import { SharedTokens } from '../../../src/channels/bot-service/shared-tokens';
import { startIssuer } from '../../support/bot-service/fake-issuer';
import { sendJson, startHttpFake } from '../../support/bot-service/http-fake';
import { LoopbackCredentialsFactory } from '../../support/bot-service/loopback-credentials';

const DAY_MS = 86_400_000;

/** A bot that signs in at an issuer, and a connector that takes the tokens of which a test says so. */
async function open() {
  const appId = randomUUID();
  const issuer = await startIssuer(appId);
  const sent: string[] = [];
  let isGood = (_token: string) => true;
  const connector = await startHttpFake(({ authorization = '' }, response) => {
    sent.push(authorization.replace('Bearer ', ''));
    if (isGood(sent.at(-1) ?? '')) sendJson(response, 201, { id: 'bot-1' });
    else sendJson(response, 401, { error: { code: 'Unauthorized', message: 'refused' } });
  });
  const tokens = new SharedTokens(new LoopbackCredentialsFactory(appId, issuer.url));
  const authentication = new BotServiceAuthentication({ MicrosoftAppId: appId }, tokens);
  const claims = new ClaimsIdentity([{ type: 'aud', value: appId }], true);
  const client = await authentication.createConnectorFactory(claims).create(connector.url, 'scope');
  return {
    ...{ issuer, sent },
    accept: (...good: readonly string[]) => (isGood = (token) => good.includes(token)),
    say: () => client.conversations.sendToConversation('a:1', { type: 'message', text: 'hello' }),
    close: () => Promise.all([issuer.close(), connector.close()]),
  };
}

let bot: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  bot = await open();
});
afterEach(() => bot.close());

it('a token that came while the clock was ahead is replaced when it is refused', async () => {
  const ahead = jest.spyOn(Date, 'now').mockImplementation(() => performance.timeOrigin + DAY_MS);
  await bot.say();
  ahead.mockRestore();
  bot.accept('outbound-2');
  await bot.say();
  await bot.say();
  expect(bot.sent).toEqual(['outbound-1', 'outbound-1', 'outbound-2', 'outbound-2']);
});

it('messages that are refused at once wait for the same new token', async () => {
  await bot.say();
  bot.accept('outbound-2');
  await Promise.all([bot.say(), bot.say(), bot.say()]);
  expect(bot.issuer.seen.tokens).toBe(2);
});

it('a connector that refuses every token is told so once more, and the login is left alone', async () => {
  bot.accept();
  for (let message = 0; message < 3; message += 1)
    await expect(bot.say()).rejects.toMatchObject({ statusCode: 401 });
  expect(bot.sent).toEqual(['outbound-1', 'outbound-2', 'outbound-2', 'outbound-2']);
  expect(bot.issuer.seen.tokens).toBe(2);
});
