import type { Supporter } from '../page';

/** What the browser keeps while its person is away at the provider. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Port: signing in with an account of the organisation. */
export interface OpenIdSignIn {
  /** Where to send the person, who comes back to `redirectUri`. Rejects when the provider can't be reached. */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly pending: PendingSignIn }>;
  /** Who came back with these parameters; `refused` when it is someone who may not use the page. Rejects for all else. */
  finish(
    redirectUri: string,
    parameters: URLSearchParams,
    pending: PendingSignIn,
  ): Promise<Supporter | 'refused'>;
}
