import { daysBetween } from '../../core/calendar-date';
import type { Content } from '../content';
import { entryPath } from '../entry-path';
import type { Fault } from '../fault';

/** Days for which a review that is due is only warned of. */
const GRACE = 30;

/** Answers that nobody has held against their source in time. */
export function checkReviews(content: Content, today: string): readonly Fault[] {
  return [...content.entries.values()].flatMap(({ id, reviewBy }) => {
    const late = daysBetween(reviewBy, today);
    if (late <= 0) return [];
    const fault = {
      file: entryPath(id),
      path: ['reviewBy'],
      reason: `${id} was due for review on ${reviewBy}`,
    };
    return [late <= GRACE ? { ...fault, severity: 'warning' as const } : fault];
  });
}
