import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import type { AuthenticatorResult } from 'botframework-connector/lib/auth/authenticatorResult';

/** Gets the bot's own token from an issuer on loopback; the library for the real login refuses http. */
class LoopbackCredentials extends AppCredentials {
  constructor(
    appId: string,
    private readonly loginUrl: string,
  ) {
    super(appId, undefined, loginUrl);
  }

  protected override async refreshToken(): Promise<AuthenticatorResult> {
    const response = await fetch(`${this.loginUrl}/token`, { method: 'POST' });
    const { access_token, expires_in } = (await response.json()) as {
      access_token: string;
      expires_in: number;
    };
    return { accessToken: access_token, expiresOn: new Date(Date.now() + expires_in * 1000) };
  }
}

/** Credentials of a bot whose issuer is on loopback. */
export class LoopbackCredentialsFactory extends ServiceClientCredentialsFactory {
  constructor(
    private readonly appId: string,
    private readonly loginUrl: string,
  ) {
    super();
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  override createCredentials(): Promise<AppCredentials> {
    return Promise.resolve(new LoopbackCredentials(this.appId, this.loginUrl));
  }
}
