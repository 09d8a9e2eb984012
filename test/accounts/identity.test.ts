import { identityKey, type Identity } from '../../src/accounts/identity';

it('no two identities have the same key', () => {
  const identities: readonly Identity[] = [
    { provider: 'entra', tenantId: 'a', objectId: 'b' },
    { provider: 'entra', tenantId: 'a', objectId: 'c' },
    { provider: 'entra', tenantId: 'b', objectId: 'b' },
    { provider: 'website', issuer: 'a', subject: 'b' },
    { provider: 'website', issuer: 'a', subject: 'c' },
    { provider: 'website', issuer: 'b', subject: 'b' },
    { provider: 'website', issuer: 'a","b', subject: 'b' },
    { provider: 'demo', user: 'a' },
    { provider: 'demo', user: 'b' },
  ];
  expect(new Set(identities.map(identityKey)).size).toBe(identities.length);
});
