import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { DirectLine } from '../channels/direct-line/direct-line';
import { DirectLineError } from '../channels/direct-line/direct-line-error';
import type { Grant } from '../channels/direct-line/tokens';

/** Who calls the Direct Line: a visitor with a token, a server with the secret, or anybody. */
export type Principal =
  | { readonly kind: 'visitor'; readonly grant: Grant }
  | { readonly kind: 'server' }
  | { readonly kind: 'anybody' };

/** Finds out who calls; rejects a bearer that is neither the secret nor a good access token. */
export async function principalOf(
  { headers }: IncomingMessage,
  directLine: DirectLine,
  secret: string | undefined,
): Promise<Principal> {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer === undefined) return { kind: 'anybody' };
  if (secret !== undefined && isSame(bearer, secret)) return { kind: 'server' };
  return { kind: 'visitor', grant: await directLine.tokens.verify('access', bearer) };
}

/** What a caller may do with a conversation; throws unless it is the caller's own. */
export async function grantFor(
  principal: Principal,
  conversationId: string,
  directLine: DirectLine,
): Promise<Grant> {
  switch (principal.kind) {
    case 'anybody':
      throw new DirectLineError('MissingToken', 'Send a token: Authorization: Bearer ….');
    case 'server': {
      const { id, user } = await directLine.find(conversationId);
      return { conv: id, user };
    }
    case 'visitor':
      if (principal.grant.conv !== conversationId)
        throw new DirectLineError('ForeignConversation', 'The token is for another conversation.');
      return principal.grant;
  }
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
