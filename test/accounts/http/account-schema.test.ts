import type { AccountPart } from '../../../src/core/account';
import { accountSchema } from '../../../src/accounts/http/account-schema';
import { buildAccount, buildActionPack, buildToken, granted } from '../builders';

function grantedAt<Item>(asOf: string, ...items: readonly Item[]): AccountPart<Item> {
  return { access: 'granted', items, asOf };
}

/** An account of which all that has a date was of that day, as it was at an instant. */
function accountOf(date: string, asOf: string) {
  return buildAccount({
    memberships: grantedAt(asOf, buildActionPack(date, [date])),
    tokens: grantedAt(asOf, buildToken({ activatedOn: date })),
  });
}

it.each(['1900-01-01', '2026-11-23', '2199-12-31'])('an account of %s can be read', (date) => {
  const account = accountOf(date, `${date}T12:00:00Z`);
  expect(accountSchema.parse(account)).toEqual(account);
});

it('nothing in it has happened later than it was true, wherever days begin first', () => {
  const asOf = '2026-11-22T10:05:00Z';
  expect(accountSchema.safeParse(accountOf('2026-11-23', asOf)).success).toBe(true);
  const { memberships, tokens } = accountOf('2026-11-24', asOf);
  const renewed = grantedAt(asOf, buildActionPack('2025-11-24', ['2026-11-24']));
  for (const wrong of [{ memberships }, { tokens }, { memberships: renewed }])
    expect(accountSchema.safeParse(buildAccount(wrong)).success).toBe(false);
});

it('a key that never could be activated is none', () => {
  const key = { id: 'k', name: 'Windows Server', ending: 'AB3DE', activationsUsed: 0 };
  const read = (allowed: number) =>
    accountSchema.safeParse(
      buildAccount({ productKeys: granted({ ...key, activationsAllowed: allowed }) }),
    ).success;
  expect([read(0), read(1)]).toEqual([false, true]);
});

it.each(['0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2026-02-30', '2026-1-1'])(
  'one of %s cannot',
  (date) => {
    for (const membership of [buildActionPack(date), buildActionPack('2026-01-01', [date])])
      expect(
        accountSchema.safeParse(buildAccount({ memberships: granted(membership) })).success,
      ).toBe(false);
    const tokens = granted(buildToken({ activatedOn: date }));
    expect(accountSchema.safeParse(buildAccount({ tokens })).success).toBe(false);
  },
);

it('takes every name for one line that nothing turns around', () => {
  const name = 'Power\r\n\n# BI \u202eorP';
  const account = buildAccount({ company: name, tokens: granted(buildToken({ name })) });
  const read = accountSchema.parse(account);
  expect(read.company).toBe('Power # BI orP');
  expect(JSON.stringify(read.tokens)).toContain('"Power # BI orP"');
  expect(accountSchema.safeParse({ ...account, company: '\u202e\r\n' }).success).toBe(false);
});
