import type { AccountBackend } from '../../src/accounts/account-backend';
import type { Identity } from '../../src/accounts/identity';
import { calendarDateAt, isCalendarDate } from '../../src/core/calendar-date';
import type { Account, AccountPart } from '../../src/core/account';

/** A backend, and people that it knows by these roles. */
export interface AccountBackendSubject {
  readonly backend: AccountBackend;
  /** Sees everything of a company that has product keys. */
  readonly admin: Identity;
  /** Of the same company, but may not see product keys. */
  readonly member: Identity;
  /** Of another company. */
  readonly stranger: Identity;
  readonly unknown: Identity;
  readonly forbidden: Identity;
  readonly outage: Identity;
}

const parts = ['memberships', 'tokens', 'productKeys', 'visualStudio', 'licenses'] as const;

/** What every account backend does. */
export function describeAccountBackend(
  name: string,
  start: () => Promise<AccountBackendSubject>,
): void {
  describe(`${name} as an account backend`, () => {
    let subject: AccountBackendSubject;
    const accountOf = async (identity: Identity): Promise<Account> => {
      const lookup = await subject.backend.find(identity);
      if (lookup.status !== 'known') throw new TypeError(`The lookup is ${lookup.status}.`);
      return lookup.account;
    };

    beforeAll(async () => {
      subject = await start();
    });

    it('finds the account of an identity', async () => {
      const account = await accountOf(subject.admin);
      expect(account.company).not.toBe('');
      expect(isCalendarDate(calendarDateAt(new Date(), account.timeZone))).toBe(true);
    });

    it.each(parts)('says when the %s were true', async (part) => {
      const { [part]: shown } = await accountOf(subject.admin);
      expect(shown).toMatchObject({ access: 'granted' });
      expect(Date.parse(asOf(shown))).toBeLessThanOrEqual(Date.now() + 1000);
    });

    it('gives no two items of a part the same id', async () => {
      const account = await accountOf(subject.admin);
      for (const part of parts) {
        const ids = itemsOf<{ readonly id: string }>(account[part]).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    });

    it('gives the last five characters of a product key, no more', async () => {
      const keys = itemsOf((await accountOf(subject.admin)).productKeys);
      expect(keys).not.toHaveLength(0);
      for (const { ending } of keys) expect(ending).toMatch(/^[A-Z0-9]{5}$/);
    });

    it('keeps product keys from those who may not see them', async () => {
      const [admin, member] = [await accountOf(subject.admin), await accountOf(subject.member)];
      expect(member.id).toBe(admin.id);
      expect(member.productKeys).toEqual({ access: 'denied' });
      expect(member.memberships).toMatchObject({ access: 'granted' });
    });

    it.each(['unknown', 'forbidden'] as const)('tells: %s', async (status) => {
      expect(await subject.backend.find(subject[status])).toEqual({ status });
    });

    it('tells when it cannot be reached', async () => {
      expect(await subject.backend.find(subject.outage)).toEqual({ status: 'unavailable' });
    });

    it('never mixes up those who ask at the same time', async () => {
      const asked = Array.from({ length: 30 }, (_, index) =>
        index % 3 === 0 ? subject.admin : index % 3 === 1 ? subject.member : subject.stranger,
      );
      const alone = [
        await accountOf(subject.admin),
        await accountOf(subject.member),
        await accountOf(subject.stranger),
      ];
      const together = await Promise.all(asked.map(accountOf));
      expect(together.map(summary)).toEqual(asked.map((_, index) => summary(alone[index % 3])));
    });
  });
}

const summary = (account: Account | undefined) => [
  account?.company,
  account?.productKeys.access,
  account && itemsOf(account.licenses),
];

const asOf = (part: AccountPart<unknown>): string => (part.access === 'granted' ? part.asOf : '');

function itemsOf<Item>(part: AccountPart<Item>): readonly Item[] {
  return part.access === 'granted' ? part.items : [];
}
