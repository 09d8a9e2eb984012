import type {
  Account,
  AccountPart,
  Membership,
  ProductKey,
  ProductLicense,
  Token,
  VisualStudioSubscription,
} from '../../src/core/account';
import type { Entity } from '../../src/core/recognition';

const asOf = '2026-08-19T10:05:00Z';

/** A part that the person may see. */
export function granted<Item>(...items: readonly Item[]): AccountPart<Item> {
  return { access: 'granted', items, asOf };
}

/** An account without anything, and what a test adds to it. */
export function buildAccount(parts: Partial<Account> = {}): Account {
  return {
    id: 'fjallberg',
    company: 'Fjällberg IT AB',
    timeZone: 'Europe/Stockholm',
    memberships: granted<Membership>(),
    tokens: granted<Token>(),
    productKeys: granted<ProductKey>(),
    visualStudio: granted<VisualStudioSubscription>(),
    licenses: granted<ProductLicense>(),
    ...parts,
  };
}

/** An Action Pack bought on a day. */
export function buildActionPack(
  purchasedOn = '2025-09-01',
  renewedOn: readonly string[] = [],
): Membership {
  return { id: 'map', kind: 'action-pack', purchasedOn, renewedOn };
}

/** A gold competency bought on a day. */
export function buildCompetency(name: string, purchasedOn: string): Membership {
  const competency = name.toLowerCase().replaceAll(' ', '-');
  return {
    id: competency,
    kind: 'competency',
    competency,
    name,
    level: 'gold',
    purchasedOn,
    renewedOn: [],
  };
}

/** A token with 25 seats. */
export function buildToken(token: Partial<Token> = {}): Token {
  return { id: 'e3', name: 'Microsoft 365 E3', seats: 25, ...token };
}

/** A Multiple Activation Key with 50 activations. */
export function buildKey(key: Partial<ProductKey> = {}): ProductKey {
  return {
    id: 'ws',
    name: 'Windows Server 2022',
    ending: '7XK2P',
    activationsAllowed: 50,
    activationsUsed: 45,
    ...key,
  };
}

/** The entity that a recognizer finds for a piece of an utterance. */
export function entityIn(
  utterance: string,
  text: string,
  value:
    | { type: 'date'; value: string; readings?: readonly string[]; isToday?: boolean }
    | { type: 'period'; value: string }
    | { type: 'days' | 'number'; value: number }
    | { type: 'product' | 'membership'; value: string },
): Entity {
  const start = utterance.indexOf(text);
  if (start === -1) throw new RangeError(`"${text}" isn't in "${utterance}"`);
  return { text, start, end: start + text.length, ...value };
}
