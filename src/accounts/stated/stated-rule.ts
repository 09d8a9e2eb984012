import type { CalendarDate } from '../../core/calendar-date';
import type { DayOrPeriod } from '../../core/period';
import type { AccountTurn, StatedBasis } from '../presentation';
import type { Wording } from '../wording';

/** What a message is read with. */
export interface StatedReading {
  readonly turn: AccountTurn;
  readonly wording: Wording;
  /** The day that counts as today: the person's own, or the one that an earlier message named. */
  readonly today: CalendarDate;
  /** What earlier messages told. */
  readonly earlier: StatedBasis;
}

/** What a message tells. */
export interface Stated {
  readonly told: Omit<StatedBasis, 'rule'>;
  /** The readings of a date, or of a period, that can't be told apart. */
  readonly ambiguous?: readonly DayOrPeriod[] | undefined;
}

/** A general rule that can be worked out with what a person tells. */
export interface StatedRule {
  /** What a message tells of it. */
  readonly read: (reading: StatedReading) => Stated;
  /** The cue without which a message that tells nothing new isn't about what was told before; any message is when absent. */
  readonly leansOn?: string;
  /** What follows from all that was told, in sentences; none when it is too little. */
  readonly lines: (basis: StatedBasis, today: CalendarDate, wording: Wording) => readonly string[];
  /** Whether only the day is missing to be exact. */
  readonly asksDay?: (basis: StatedBasis, today: CalendarDate) => boolean;
}
