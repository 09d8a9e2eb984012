import { parse, serialize } from 'cookie';
import type { Request } from 'restify';

/** What the support page keeps in a browser. */
export type SupportCookie = 'support-session' | 'support-language' | 'support-sign-in';

export interface KeptValue {
  readonly name: SupportCookie;
  readonly value: string;
  /** How long the browser keeps it; 0 to forget it. */
  readonly seconds: number;
  /** Whether the bot is reached by https. */
  readonly isSecure: boolean;
}

/** The value of a `Set-Cookie` header: out of reach of scripts, and not sent along from other sites' forms. */
export function keep({ name, value, seconds, isSecure }: KeptValue): string {
  return serialize(name, value, {
    ...{ path: '/support', httpOnly: true, secure: isSecure, maxAge: seconds },
    // Not "strict": who comes back from the OpenID provider, or by a link in a mail, is still signed in.
    sameSite: 'lax',
  });
}

/** What a browser has kept; undefined for nothing. */
export function kept(request: Request, name: SupportCookie): string | undefined {
  return parse(request.headers.cookie ?? '')[name];
}
