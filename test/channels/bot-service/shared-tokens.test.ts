import { AppCredentials } from 'botframework-connector';
import { SharedTokens } from '../../../src/channels/bot-service/shared-tokens';
import { startIssuer } from '../../support/bot-service/fake-issuer';
import { LoopbackCredentialsFactory } from '../../support/bot-service/loopback-credentials';

const APP_ID = '99999999-2222-4333-8444-555555555555';

it('asks for one token, however many turns need it at once', async () => {
  const issuer = await startIssuer(APP_ID);
  const factory = new SharedTokens(new LoopbackCredentialsFactory(APP_ID, issuer.url));
  const tokens = await Promise.all(
    [1, 2, 3].map(async () => {
      const credentials = await factory.createCredentials(APP_ID, 'scope', issuer.url, false);
      return credentials instanceof AppCredentials ? credentials.getToken() : undefined;
    }),
  );
  expect(new Set(tokens)).toEqual(new Set(['outbound-1']));
  expect(issuer.seen.tokens).toBe(1);
  await issuer.close();
});
