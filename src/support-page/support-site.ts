import type { Page } from './page';
import type { OpenIdSignIn } from './sign-in/open-id-sign-in';
import type { SessionStore } from './sign-in/session-store';

/** The support page, whatever serves it: who may come in by which way, and what they find. */
export interface SupportSite {
  /** In the order of the navigation; the first is where one arrives. */
  readonly pages: readonly Page[];
  readonly sessions: Pick<SessionStore, 'begin' | 'find' | 'end'>;
  /** Present where there is a password. */
  readonly verifyPassword?: ((password: string) => Promise<boolean>) | undefined;
  /** Present where an OpenID provider is set. */
  readonly openId?: OpenIdSignIn | undefined;
}
