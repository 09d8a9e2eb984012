import type { CalendarDate } from './calendar-date';

/** The parts of an account that a person can ask about, one for each `account.*` entry. */
export const ACCOUNT_VIEWS = ['renewal', 'token', 'keys', 'visual-studio', 'licenses'] as const;
export type AccountView = (typeof ACCOUNT_VIEWS)[number];

/** An Action Pack or a competency, as bought on the company's Partner global account. */
export type Membership = {
  /** Unique among the account's memberships. */
  readonly id: string;
  readonly purchasedOn: CalendarDate;
  readonly renewedOn: readonly CalendarDate[];
} & (
  | { readonly kind: 'action-pack' }
  | {
      readonly kind: 'competency';
      /** Id, such as `cloud-business-applications`. */
      readonly competency: string;
      /** Name, the same in every language: "Data Analytics". */
      readonly name: string;
      readonly level: 'silver' | 'gold';
    }
);

/** A token that unlocks a cloud subscription. */
export interface Token {
  readonly id: string;
  /** Product name: "Microsoft 365 E3". */
  readonly name: string;
  readonly seats: number;
  readonly activatedOn?: CalendarDate | undefined;
  /** Name of the tenant on which it was activated. */
  readonly activatedAt?: string | undefined;
  /** `replaced`: another token was issued in its stead; `replacement`: it is that other token. */
  readonly replacement?: 'replaced' | 'replacement' | undefined;
}

/** A product key. The key itself never enters the program: only its last five characters do. */
export interface ProductKey {
  readonly id: string;
  readonly name: string;
  /** Last five characters. */
  readonly ending: string;
  /** Finite number of a Multiple Activation Key; absent for a key that isn't counted. */
  readonly activationsAllowed?: number | undefined;
  readonly activationsUsed: number;
}

/** A seat given to a person. */
export interface SeatAssignment {
  readonly assignee: string;
  readonly assignedOn: CalendarDate;
  readonly activatedOn?: CalendarDate | undefined;
}

/** Visual Studio subscriptions of one edition. */
export interface VisualStudioSubscription {
  readonly id: string;
  /** "Visual Studio Professional". */
  readonly name: string;
  readonly seats: number;
  readonly assignments: readonly SeatAssignment[];
}

/** Internal use licences of one product. */
export interface ProductLicense {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** A part of an account: what the person may see of it, or that they may not. */
export type AccountPart<Item> =
  | {
      readonly access: 'granted';
      readonly items: readonly Item[];
      /** Instant at which the items were true, ISO 8601 with an offset. */
      readonly asOf: string;
    }
  | { readonly access: 'denied' };

/** The company behind an identity, as far as that identity may see it. */
export interface Account {
  readonly id: string;
  readonly company: string;
  /** IANA time zone in which the company's days begin. */
  readonly timeZone: string;
  readonly memberships: AccountPart<Membership>;
  readonly tokens: AccountPart<Token>;
  readonly productKeys: AccountPart<ProductKey>;
  readonly visualStudio: AccountPart<VisualStudioSubscription>;
  readonly licenses: AccountPart<ProductLicense>;
}
