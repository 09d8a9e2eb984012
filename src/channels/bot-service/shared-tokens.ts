import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';

type Factory = Pick<
  ServiceClientCredentialsFactory,
  'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'
>;
type Arguments = Parameters<ServiceClientCredentialsFactory['createCredentials']>;

/** Credentials whose tokens are asked for once, however many turns need one at the same moment. */
export class SharedTokens extends ServiceClientCredentialsFactory {
  readonly #pending = new Map<string, Promise<string>>();

  constructor(private readonly factory: Factory) {
    super();
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return this.factory.isValidAppId(appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return this.factory.isAuthenticationDisabled();
  }

  override async createCredentials(...options: Arguments) {
    const credentials = await this.factory.createCredentials(...options);
    if (!(credentials instanceof AppCredentials)) return credentials;
    const fetchToken = credentials.getToken.bind(credentials);
    credentials.getToken = (isForced) => {
      const key = JSON.stringify([credentials.appId, credentials.oAuthScope, isForced ?? false]);
      const pending =
        this.#pending.get(key) ?? fetchToken(isForced).finally(() => this.#pending.delete(key));
      this.#pending.set(key, pending);
      return pending;
    };
    return credentials;
  }
}
