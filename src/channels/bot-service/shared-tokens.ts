import { timeout, TimeoutStrategy, wrap, type IPolicy } from 'cockatiel';
import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import { createCircuitBreaker } from '../../outbound/circuit-breaker';

/** All turns wait for the same token: a login that never answers must not hold them up for ever. */
const DEADLINE_MS = 10_000;

/** Where credentials come from. */
export type CredentialsFactory = Pick<
  ServiceClientCredentialsFactory,
  'isValidAppId' | 'isAuthenticationDisabled' | 'createCredentials'
>;
type Arguments = Parameters<ServiceClientCredentialsFactory['createCredentials']>;

/**
 * Credentials whose tokens are asked for once, however many turns need one at the same moment. A login that fails again
 * and again is left alone for some seconds.
 */
export class SharedTokens extends ServiceClientCredentialsFactory {
  readonly #pending = new Map<string, Promise<string>>();
  readonly #policy: IPolicy;

  constructor(
    private readonly factory: CredentialsFactory,
    deadlineMs = DEADLINE_MS,
  ) {
    super();
    this.#policy = wrap(createCircuitBreaker(), timeout(deadlineMs, TimeoutStrategy.Aggressive));
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
    const getToken = credentials.getToken.bind(credentials);
    const fetchToken = (isForced?: boolean) => this.#policy.execute(() => getToken(isForced));
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
