import type { SeatAssignment } from './account';

/** Seats of a subscription that is licensed per user. */
export interface Seats {
  readonly total: number;
  readonly assigned: number;
  /** Assigned and activated: the only seats that are valid. */
  readonly activated: number;
  /** Assigned but not activated, and so not valid yet. */
  readonly pending: number;
  readonly free: number;
}

/**
 * Counts the seats of a subscription.
 * Source: Microsoft Partner Network benefits FAQ, "Visual Studio": assigned and activated to be valid.
 */
export function countSeats(total: number, assignments: readonly SeatAssignment[]): Seats {
  const assigned = assignments.length;
  const activated = assignments.filter(({ activatedOn }) => activatedOn !== undefined).length;
  return {
    total,
    assigned,
    activated,
    pending: assigned - activated,
    free: Math.max(total - assigned, 0),
  };
}
