import type { Identity } from './identity';

/** What the adapter knows of where a turn comes from. None of it is anything that a person typed. */
export interface TurnSource {
  readonly channelId: string;
  /** Whether the activity came with a token of the Bot Framework service that was verified. */
  readonly isVerified: boolean;
  /** `from.aadObjectId` of the activity. */
  readonly objectId?: string | undefined;
  /** `conversation.tenantId` of the activity, or `tenant.id` of its channel data. */
  readonly tenantId?: string | undefined;
  /** Whom a host site's signed token vouches for, as the embedded Direct Line found it. */
  readonly visitor?: { readonly issuer: string; readonly subject: string } | undefined;
}

/**
 * Tells who a turn is by: a website visitor with a verified token, a Teams user, or else, where a
 * demo user is set, that one. Undefined for whoever isn't signed in.
 */
export function identifyTurn(source: TurnSource, demoUser?: string): Identity | undefined {
  const { channelId, isVerified, objectId, tenantId, visitor } = source;
  if (visitor !== undefined) {
    return { provider: 'website', issuer: visitor.issuer, subject: visitor.subject };
  }
  // Without a verified token anybody could post an activity that says it is from Teams.
  if (channelId === 'msteams' && isVerified && objectId && tenantId) {
    return { provider: 'entra', tenantId, objectId };
  }
  return demoUser === undefined ? undefined : { provider: 'demo', user: demoUser };
}
