import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** As OWASP recommends where 32 MiB are at hand; a hash carries its own, so that they can be raised. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const HASH = /^scrypt:(\d{4,7}):(\d{1,2}):(\d{1,2}):([\w-]{16,}):([\w-]{43})$/;

/** Whether a text is a hash that {@link verifyPassword} understands. */
export function isPasswordHash(text: string): boolean {
  return HASH.test(text);
}

/** A hash with a salt of its own, on one line: `scrypt:N:r:p:SALT:KEY`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(normal(password), salt, KEY_BYTES, options(COST));
  const parts = [salt, key].map((bytes) => bytes.toString('base64url'));
  return ['scrypt', COST.N, COST.r, COST.p, ...parts].join(':');
}

/** Whether a password is the one of a hash; takes as long when it isn't. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = HASH.exec(hash) ?? [];
  const expected = Buffer.from(key, 'base64url');
  if (expected.length !== KEY_BYTES) return false;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const actual = await derive(
    normal(password),
    Buffer.from(salt, 'base64url'),
    KEY_BYTES,
    options(cost),
  );
  return timingSafeEqual(actual, expected);
}

/** The same password typed on another keyboard has the same bytes. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

function options(cost: typeof COST): ScryptOptions {
  return { ...cost, maxmem: 256 * cost.N * cost.r };
}
