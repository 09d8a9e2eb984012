import { accountSchema } from '../../../src/accounts/http/account-schema';
import { buildAccount, buildActionPack, buildToken, granted } from '../builders';

it.each(['1900-01-01', '2026-11-23', '2199-12-31'])('an account of %s can be read', (date) => {
  const account = buildAccount({ memberships: granted(buildActionPack(date, [date])) });
  expect(accountSchema.parse(account)).toEqual(account);
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
