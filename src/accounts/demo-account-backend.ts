import type { Account, AccountPart } from '../core/account';
import { calendarDateAt } from '../core/calendar-date';
import type { Clock } from '../core/clock';
import type { AccountBackend, AccountLookup } from './account-backend';
import { DEMO_COMPANIES } from './demo/demo-companies';
import type { DemoCompany } from './demo/demo-company';
import { createDemoDays } from './demo/demo-days';
import type { Identity } from './identity';

/** The user whose account can never be reached, to show what a backend that is down looks like. */
const OUTAGE_USER = 'outage';

/**
 * Invented companies, with dates around today. Their people are known by user name, whoever vouches
 * for them, so that Teams and a website can be tried without accounts of their own.
 */
export class DemoAccountBackend implements AccountBackend {
  readonly #now: Clock;

  constructor(now: Clock) {
    this.#now = now;
  }

  find(identity: Identity): Promise<AccountLookup> {
    return Promise.resolve(this.#lookUp(userOf(identity)));
  }

  #lookUp(user: string): AccountLookup {
    if (user === OUTAGE_USER) return { status: 'unavailable' };
    const company = DEMO_COMPANIES.find(({ people }) => Object.hasOwn(people, user));
    const role = company?.people[user];
    if (company === undefined || role === undefined) return { status: 'unknown' };
    if (role === 'guest') return { status: 'forbidden' };
    return { status: 'known', account: accountOf(company, role, this.#now()) };
  }
}

function accountOf(company: DemoCompany, role: 'admin' | 'member', now: Date): Account {
  const { id, company: name, timeZone } = company;
  const holdings = company.holds(createDemoDays(calendarDateAt(now, timeZone)));
  const part = <Item>(items: readonly Item[] = []): AccountPart<Item> => ({
    access: 'granted',
    items,
    asOf: now.toISOString(),
  });
  return {
    id,
    company: name,
    timeZone,
    memberships: part(holdings.memberships),
    tokens: part(holdings.tokens),
    productKeys: role === 'admin' ? part(holdings.productKeys) : { access: 'denied' },
    visualStudio: part(holdings.visualStudio),
    licenses: part(holdings.licenses),
  };
}

function userOf(identity: Identity): string {
  switch (identity.provider) {
    case 'entra':
      return identity.objectId;
    case 'website':
      return identity.subject;
    case 'demo':
      return identity.user;
  }
}
