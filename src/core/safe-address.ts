import { z } from 'zod';
import { isLoopback } from './loopback';

/** An http address to which, and from which, nothing goes unencrypted, unless it is on this machine itself. */
export const safeAddress = z
  .url({ protocol: /^https?$/, error: 'must be an https address' })
  .pipe(z.string().refine(isSafe, 'must be an https address'));

function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isLoopback(hostname);
}
