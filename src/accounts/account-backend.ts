import type { Account } from '../core/account';
import type { Identity } from './identity';

/** What a backend knows of an identity. */
export type AccountLookup =
  | { readonly status: 'known'; readonly account: Account }
  /** The backend has no account for this identity. */
  | { readonly status: 'unknown' }
  /** There is an account, but this identity may see nothing of it. */
  | { readonly status: 'forbidden' }
  /** The backend is slow, down or answers nonsense; asking again later may work. */
  | { readonly status: 'unavailable' };

/** Port: what does the company's own account say? */
export interface AccountBackend {
  /**
   * Finds the account of an identity with all that the identity may see; the backend decides
   * what that is, part by part. Settles within 2 seconds and never rejects. Data of one identity
   * never reaches another, from a cache or otherwise.
   */
  find(identity: Identity): Promise<AccountLookup>;
}
