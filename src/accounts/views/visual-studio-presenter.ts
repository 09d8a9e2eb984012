import type { SeatAssignment, VisualStudioSubscription } from '../../core/account';
import { countSeats } from '../../core/seats';
import type { ItemPresenter } from '../item-presenter';
import type { Wording } from '../wording';

/** More people than this are counted, not named. */
const MAX_NAMES = 10;

/** Tells how many seats are free, who has the others, and whose aren't valid yet. */
export function createVisualStudioPresenter(
  wording: Wording,
): ItemPresenter<VisualStudioSubscription> {
  const { say, number } = wording;

  function holders(key: 'valid' | 'pending', assignments: readonly SeatAssignment[]): string[] {
    if (assignments.length === 0) return [];
    const names = assignments.map(({ assignee }) => assignee);
    const others = names.length - MAX_NAMES;
    const shown =
      others > 0
        ? [...names.slice(0, MAX_NAMES), say('visual-studio.others', { count: others })]
        : names;
    return [say(`visual-studio.${key}`, { people: wording.list(shown) })];
  }

  return {
    title: ({ name }) => name,
    names: () => [],
    lines({ name, seats, assignments }) {
      const { free, total } = countSeats(seats, assignments);
      return [
        say('visual-studio.free', {
          name,
          count: free,
          number: number(free),
          total: number(total),
        }),
      ];
    },
    details({ assignments }) {
      return [
        ...holders(
          'valid',
          assignments.filter(({ activatedOn }) => activatedOn !== undefined),
        ),
        ...holders(
          'pending',
          assignments.filter(({ activatedOn }) => activatedOn === undefined),
        ),
      ];
    },
    columns: ['edition', 'seats', 'free', 'pending'].map((column) =>
      say(`visual-studio.columns.${column}`),
    ),
    row({ name, seats, assignments }) {
      const { total, free, pending } = countSeats(seats, assignments);
      return [name, ...[total, free, pending].map(number)];
    },
  };
}
