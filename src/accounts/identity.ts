/**
 * Who a turn is by, as vouched for by a channel or a signed token. Nothing that a person types
 * makes or changes one.
 */
export type Identity =
  /** A Teams user: object id and tenant id in Microsoft Entra. */
  | { readonly provider: 'entra'; readonly tenantId: string; readonly objectId: string }
  /** A visitor of the partner website: issuer and subject of its signed token. */
  | { readonly provider: 'website'; readonly issuer: string; readonly subject: string }
  /** One of the invented people of docs/accounts.md. */
  | { readonly provider: 'demo'; readonly user: string };

/** A text that no two identities share, for keeping things apart by identity. */
export function identityKey(identity: Identity): string {
  switch (identity.provider) {
    case 'entra':
      return JSON.stringify(['entra', identity.tenantId, identity.objectId]);
    case 'website':
      return JSON.stringify(['website', identity.issuer, identity.subject]);
    case 'demo':
      return JSON.stringify(['demo', identity.user]);
  }
}
