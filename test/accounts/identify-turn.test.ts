import { identifyTurn } from '../../src/accounts/identify-turn';
import { identityKey, type Identity } from '../../src/accounts/identity';

const teams = { channelId: 'msteams', isVerified: true, objectId: 'o-1', tenantId: 't-1' };
const visitor = { issuer: 'https://partner.example', subject: 'ada' };

describe('identifyTurn', () => {
  it('goes by the object and tenant of a verified Teams activity', () => {
    expect(identifyTurn(teams)).toEqual({ provider: 'entra', tenantId: 't-1', objectId: 'o-1' });
  });

  it.each([
    ['unverified', { isVerified: false }],
    ['of another channel', { channelId: 'webchat' }],
    ['without a tenant', { tenantId: undefined }],
    ['without an object id', { objectId: '' }],
  ])('believes no Teams activity that is %s', (_, change) => {
    expect(identifyTurn({ ...teams, ...change })).toBeUndefined();
  });

  it('goes by a website visitor with a verified token', () => {
    expect(identifyTurn({ channelId: 'directline', isVerified: false, visitor })).toEqual({
      provider: 'website',
      ...visitor,
    });
  });

  it('takes the demo user for whoever is not signed in, and for nobody else', () => {
    const anonymous = { channelId: 'directline', isVerified: false };
    expect(identifyTurn(anonymous, 'anna')).toEqual({ provider: 'demo', user: 'anna' });
    expect(identifyTurn(teams, 'anna')).toMatchObject({ provider: 'entra' });
    expect(identifyTurn({ ...anonymous, visitor }, 'anna')).toMatchObject({ provider: 'website' });
  });
});

describe('identityKey', () => {
  it('is shared by no two identities', () => {
    const identities: Identity[] = [
      { provider: 'demo', user: 'a' },
      { provider: 'website', issuer: 'a', subject: 'b' },
      { provider: 'website', issuer: 'a","b', subject: '' },
      { provider: 'entra', tenantId: 'a', objectId: 'b' },
      { provider: 'entra', tenantId: 'b', objectId: 'a' },
    ];
    expect(new Set(identities.map(identityKey)).size).toBe(identities.length);
  });
});
