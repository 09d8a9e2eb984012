import type {
  Membership,
  ProductKey,
  ProductLicense,
  SeatAssignment,
  Token,
  VisualStudioSubscription,
} from '../../core/account';
import type { DemoDays } from './demo-days';

/** An invented company. */
export interface DemoCompany {
  readonly id: string;
  readonly company: string;
  readonly timeZone: string;
  /** Its people by user name: an admin sees everything, a member no product keys, a guest nothing. */
  readonly people: Readonly<Record<string, 'admin' | 'member' | 'guest'>>;
  readonly holds: (days: DemoDays) => Holdings;
}

/** What a company has; nothing of what is left out. */
interface Holdings {
  readonly memberships?: readonly Membership[];
  readonly tokens?: readonly Token[];
  readonly productKeys?: readonly ProductKey[];
  readonly visualStudio?: readonly VisualStudioSubscription[];
  readonly licenses?: readonly ProductLicense[];
}

type Term = ReturnType<DemoDays['bought']>;

export function actionPack(term: Term): Membership {
  return { id: 'action-pack', kind: 'action-pack', ...term };
}

export function competency(name: string, level: 'silver' | 'gold', term: Term): Membership {
  return { id: slug(name), kind: 'competency', competency: slug(name), name, level, ...term };
}

export function token(name: string, seats: number, more: Partial<Token> = {}): Token {
  return { id: `${slug(name)}-${seats}`, name, seats, ...more };
}

/** A key with its last five characters and, of a Multiple Activation Key, the activations used and allowed. */
export function key(
  name: string,
  ending: string,
  [activationsUsed, activationsAllowed]: readonly [used: number, allowed?: number] = [0],
): ProductKey {
  return { id: slug(name), name, ending, activationsUsed, activationsAllowed };
}

/** Visual Studio Professional seats, of which the pending ones are assigned but not activated. */
export function professional(
  seats: number,
  { day }: DemoDays,
  { active, pending }: Readonly<Record<'active' | 'pending', readonly string[]>>,
): VisualStudioSubscription {
  const assignments: SeatAssignment[] = [
    ...active.map((assignee) => ({ assignee, assignedOn: day(-120), activatedOn: day(-118) })),
    ...pending.map((assignee) => ({ assignee, assignedOn: day(-6) })),
  ];
  return {
    id: 'visual-studio-professional',
    name: 'Visual Studio Professional',
    seats,
    assignments,
  };
}

export function license(name: string, count: number): ProductLicense {
  return { id: slug(name), name, count };
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
}
