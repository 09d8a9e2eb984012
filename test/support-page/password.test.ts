import {
  hashPassword,
  isPasswordHash,
  verifyPassword,
} from '../../src/support-page/sign-in/password';
import { HASH, PASSWORD } from './support-password';

describe('a password hash', () => {
  it('fits the password that it was made from, however it was typed, and no other', async () => {
    const hash = await hashPassword('Fjällräv och åska');
    expect(isPasswordHash(hash)).toBe(true);
    expect(await verifyPassword('Fjällräv och åska'.normalize('NFD'), hash)).toBe(true);
    expect(await verifyPassword('Fjallrav och aska', hash)).toBe(false);
  });

  it('has a salt of its own, and costs of its own', async () => {
    expect(await verifyPassword(PASSWORD, HASH)).toBe(true);
    expect(HASH).not.toBe(await hashPassword(PASSWORD));
  });

  it.each(['', 'secret', 'scrypt:1024:8:1:short:short', `${HASH}x`])('is not %j', async (text) => {
    expect(isPasswordHash(text)).toBe(false);
    expect(await verifyPassword(PASSWORD, text)).toBe(false);
  });
});
