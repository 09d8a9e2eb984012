import { addDays } from '../../core/calendar-date';
import { toInterval } from '../../core/period';
import type { Entity } from '../../core/recognition';

/** How a span is bounded: "more than", "less than", or only roughly told. */
export type Bound = 'more' | 'less' | 'about';

/** A span that lies back, as it was told. */
export interface SpanAgo {
  /** How many units; undefined for a few of them. */
  readonly count: number | undefined;
  /** Days in a unit. */
  readonly unit: number;
  readonly bound: Bound | undefined;
}

/** "A few weeks ago" are so many, at least and at most. */
const FEW = { least: 2, most: 6 };
/** Days that "two weeks ago" and the like may be off, by how long the span is. */
const SLACK = [
  { from: 365, days: 31 },
  { from: 91, days: 15 },
  { from: 50, days: 10 },
  { from: 28, days: 5 },
  { from: 0, days: 3 },
] as const;

type When =
  | Pick<Extract<Entity, { type: 'date' }>, 'type' | 'value'>
  | Pick<Extract<Entity, { type: 'period' }>, 'type' | 'value' | 'isAgo'>;

/**
 * When something was that lies so far back: a day only when days were counted, "45 days ago"; people who say "a month ago"
 * mean no day, so a period. Nothing of it lies after `today`.
 */
export function spanAgo({ count, unit, bound }: SpanAgo, today: string): When {
  if (count === undefined) return between(unit * FEW.most, unit * FEW.least, today);
  const days = Math.round(count * unit);
  if (bound === 'more') return between(days * 2, days + 1, today);
  if (bound === 'less') return between(days - 1, 0, today);
  const isExact = unit === 1 && bound === undefined;
  if (isExact) return { type: 'date', value: addDays(today, -days) };
  const { days: slack } = SLACK.find(({ from }) => days >= from) ?? { days: 0 };
  return between(days + slack, Math.max(days - slack, 0), today);
}

/** From the day so many days back to a later one. */
function between(farthest: number, nearest: number, today: string): When {
  const period = {
    from: addDays(today, -Math.round(farthest)),
    to: addDays(today, -Math.round(nearest)),
  };
  return { type: 'period', value: toInterval(period), isAgo: true };
}
