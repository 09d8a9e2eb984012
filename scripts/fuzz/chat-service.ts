import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const APP_ID = '11111111-2222-4333-8444-555555555555';

/**
 * An Azure Bot Service on this machine: it signs activities of Teams and Web Chat, and takes every reply. Beside that it
 * is an OpenID provider at which nobody gets in.
 */
export interface ChatService {
  /** Settings of the bot that believes it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly url: string;
  /** `Authorization` of activities that are to be answered at its address; good for a day. */
  readonly authorization: string;
  close(): void;
}

export async function startChatService(): Promise<ChatService> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(publicKey)), kid: 'key', use: 'sig' };
  const keys = [{ ...key, endorsements: ['msteams', 'webchat', 'directline', 'emulator'] }];
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('Content-Type', 'application/json');
    const isAsked = request.method === 'GET';
    const endpoints = { authorization_endpoint: `${url}/in`, token_endpoint: `${url}/token` };
    const metadata = { issuer: url, jwks_uri: `${url}/keys`, ...endpoints };
    const document = request.url === '/keys' ? { keys } : metadata;
    response.statusCode = isAsked ? 200 : 201;
    response.end(JSON.stringify(isAsked ? document : { id: 'sent' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `http://${host}`;
  const token = await new SignJWT({ serviceurl: url })
    .setProtectedHeader({ alg: 'RS256', kid: 'key' })
    .setIssuer(url)
    .setAudience(APP_ID)
    .setExpirationTime('1 day')
    .sign(privateKey);
  return {
    ...{ url, authorization: `Bearer ${token}` },
    settings: {
      ...{ MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'x', MicrosoftAppTenantId: 'x' },
      ...{ SERVICE_URL_HOSTS: host, HOST: '127.0.0.1', TRUST_PROXY: 'true' },
      ...{ ToBotFromChannelOpenIdMetadataUrl: `${url}/metadata` },
      ToBotFromChannelTokenIssuer: url,
      ...{ SUPPORT_OIDC_ISSUER: url, SUPPORT_OIDC_CLIENT_ID: 'x', SUPPORT_OIDC_CLIENT_SECRET: 'x' },
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
