/** Someone whom a host site vouches for; undefined wherever it is missing means an anonymous visitor. */
export interface Visitor {
  /** The host site's own id of the person: unique within the issuer. */
  readonly subject: string;
  /** Who vouches: the `iss` of the host site's token. */
  readonly issuer: string;
  readonly name?: string;
  readonly email?: string;
  /** The host site's id of the person's company. */
  readonly company?: string;
}

/**
 * Key of the visitor in a turn's state. Only the adapter of the embedded Direct Line sets it, and for Azure's Direct Line
 * the bot's own record, so nothing that a browser sends can pretend to be it.
 */
export const VISITOR = Symbol('visitor');
