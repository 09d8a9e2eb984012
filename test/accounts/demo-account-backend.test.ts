import { DemoAccountBackend } from '../../src/accounts/demo-account-backend';
import { DEMO_COMPANIES } from '../../src/accounts/demo/demo-companies';
import { createDemoDays } from '../../src/accounts/demo/demo-days';
import type { Identity } from '../../src/accounts/identity';
import { activations } from '../../src/core/activations';
import { addDays } from '../../src/core/calendar-date';
import { renewalState } from '../../src/core/renewal-window';
import { countSeats } from '../../src/core/seats';
import { tokenReplacement } from '../../src/core/token-replacement';
import { describeAccountBackend } from './account-backend.contract';

const demo = (user: string): Identity => ({ provider: 'demo', user });

describeAccountBackend('DemoAccountBackend', () =>
  Promise.resolve({
    backend: new DemoAccountBackend(() => new Date()),
    admin: demo('anna'),
    member: demo('erik'),
    stranger: demo('grace'),
    unknown: demo('constructor'),
    forbidden: demo('gustav'),
    outage: demo('outage'),
  }),
);

describe('the demo companies', () => {
  it.each([
    { provider: 'entra', tenantId: 'any', objectId: 'anna' },
    { provider: 'website', issuer: 'any', subject: 'anna' },
  ] as const)('know their people by name, whoever vouches: $provider', async (identity) => {
    const backend = new DemoAccountBackend(() => new Date());
    expect(await backend.find(identity)).toMatchObject({ account: { id: 'fjallberg' } });
  });

  const months = Array.from({ length: 48 }, (_, month) => addDays('2026-11-22', month * 31));
  // Leap days, ends of years, and the days on which clocks are put forward and back.
  const turns = ['2028-02-28', '2028-02-29', '2028-03-01', '2026-12-31', '2027-01-01'];
  const changes = ['2027-03-28', '2027-10-31', '2030-01-01', '2032-02-29'];
  it.each([...months, ...turns, ...changes])('show every state on %s', (today) => {
    const held = DEMO_COMPANIES.map(({ holds }) => holds(createDemoDays(today)));
    const phases = held.flatMap(({ memberships = [] }) =>
      memberships.map(
        ({ purchasedOn, renewedOn }) =>
          renewalState({ purchased: purchasedOn, renewals: renewedOn }, today).phase,
      ),
    );
    const verdicts = held.flatMap(({ tokens = [] }) =>
      tokens.map((token) => tokenReplacement(token, today).verdict),
    );
    const limits = held.flatMap(({ productKeys = [] }) =>
      productKeys.map(
        (key) => activations({ allowed: key.activationsAllowed, used: key.activationsUsed }).limit,
      ),
    );
    expect(new Set(phases)).toEqual(new Set(['before', 'open', 'expired']));
    expect(new Set(verdicts)).toEqual(
      new Set(['eligible', 'too-late', 'not-activated', 'replaced', 'replacement']),
    );
    expect(new Set(limits)).toEqual(new Set(['none', 'left', 'used-up']));
  });

  it.each(['2026-11-22', '2028-02-16', '2028-02-29', '2028-03-04'])(
    'are as many days from their windows as they say on %s',
    (today) => {
      const { bought } = createDemoDays(today);
      const until = [1, 2, 3].flatMap((yearsAgo) =>
        [1, 14, 200].map((opensIn) => {
          const { purchasedOn, renewedOn } = bought(yearsAgo, opensIn);
          const state = renewalState({ purchased: purchasedOn, renewals: renewedOn }, today);
          return state.phase === 'before' ? state.daysUntil : state.phase;
        }),
      );
      expect(until).toEqual([1, 2, 3].flatMap(() => [1, 14, 200]));
    },
  );

  it('have free seats, none, and some that are not valid yet', () => {
    const seats = DEMO_COMPANIES.flatMap(({ holds }) =>
      (holds(createDemoDays('2026-11-22')).visualStudio ?? []).map(
        ({ seats: total, assignments }) => countSeats(total, assignments),
      ),
    );
    expect(seats.some(({ free }) => free > 0)).toBe(true);
    expect(seats.some(({ free }) => free === 0)).toBe(true);
    expect(seats.some(({ pending }) => pending > 0)).toBe(true);
  });

  it('count their days in their own time zone', async () => {
    const backend = new DemoAccountBackend(() => new Date('2026-11-22T23:30:00Z'));
    const activatedOn = async (user: string) => {
      const lookup = await backend.find(demo(user));
      const tokens = lookup.status === 'known' ? lookup.account.tokens : undefined;
      return tokens?.access === 'granted' ? tokens.items[0]?.activatedOn : undefined;
    };
    expect(await activatedOn('anna')).toBe(addDays('2026-11-23', -17));
    expect(await activatedOn('grace')).toBe(addDays('2026-11-22', -3));
  });
});
