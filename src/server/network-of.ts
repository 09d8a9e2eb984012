import { isIPv6 } from 'node:net';

const GROUPS = 8;
/** A visitor has all addresses that begin with these 64 bits, and may change between them at will. */
const OWN_GROUPS = 4;

/**
 * The part of an address that one visitor has: an IPv4 address, or the first half of an IPv6 address. A port that a proxy
 * has added is left out.
 */
export function networkOf(address: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');
  const [plain = ''] = bare.replace(/^::ffff:(?=[\d.]+$)/i, '').split('%', 1);
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, OWN_GROUPS).join(':')}::/64` : plain;
}

function groupsOf(address: string): readonly string[] {
  // A URL writes every address in one way.
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [left = [], right = []] = canonical
    .split('::')
    .map((side) => (side === '' ? [] : side.split(':')));
  const zeros = GROUPS - left.length - right.length;
  return [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
}
