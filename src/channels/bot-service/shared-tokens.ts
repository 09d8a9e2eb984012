import { timeout, TimeoutStrategy, wrap, type IPolicy } from 'cockatiel';
import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import { createCircuitBreaker } from '../../outbound/circuit-breaker';

/** All turns wait for the same token: a login that never answers must not hold them up for ever. */
const DEADLINE_MS = 10_000;

/** A new token that is refused as well says that it isn't the token: another one isn't asked for so soon. */
const RENEWAL_MS = 60_000;

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
  readonly #renewedAt = new Map<string, number>();
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
    const whose = JSON.stringify([credentials.appId, credentials.oAuthScope]);
    credentials.getToken = (isForced = false) =>
      isForced && !this.#wasRenewed(whose)
        ? this.#share(`new ${whose}`, async () => {
            const token = await getToken(true);
            this.#renewedAt.set(whose, performance.now());
            return token;
          })
        : this.#share(whose, () => getToken());
    return credentials;
  }

  #wasRenewed(whose: string): boolean {
    return performance.now() - (this.#renewedAt.get(whose) ?? -Infinity) < RENEWAL_MS;
  }

  /** Whoever asks while the same is on its way waits for that. */
  #share(what: string, fetchToken: () => Promise<string>): Promise<string> {
    const pending =
      this.#pending.get(what) ??
      this.#policy.execute(fetchToken).finally(() => this.#pending.delete(what));
    this.#pending.set(what, pending);
    return pending;
  }
}
