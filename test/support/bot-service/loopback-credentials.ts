import { AppCredentials, PasswordServiceClientCredentialFactory } from 'botframework-connector';
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

export class LoopbackCredentialsFactory extends PasswordServiceClientCredentialFactory {
  constructor(
    private readonly id: string,
    private readonly loginUrl: string,
  ) {
    super(id, 'secret', 'tenant');
  }

  override createCredentials(): Promise<AppCredentials> {
    return Promise.resolve(new LoopbackCredentials(this.id, this.loginUrl));
  }
}
