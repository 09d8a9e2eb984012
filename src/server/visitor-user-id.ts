import { createHash } from 'node:crypto';
import type { Visitor } from '../core/visitor';

/** The same user id for a visitor each time, from which neither the person nor the site can be read. */
export function visitorUserId({ issuer, subject }: Visitor): string {
  const digest = createHash('sha256').update(JSON.stringify([issuer, subject]));
  return `visitor-${digest.digest('base64url').slice(0, 32)}`;
}
