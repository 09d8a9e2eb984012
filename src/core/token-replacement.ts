import { addDays, daysBetween, type CalendarDate } from './calendar-date';

/** Days after activation, the last one included, in which a token can be replaced. */
export const TOKEN_REPLACEMENT_DAYS = 30;

/** Whether a token can be replaced on a day. */
export type TokenReplacement =
  | { readonly verdict: 'not-activated' }
  /** `daysLeft` is 0 on the last day. */
  | { readonly verdict: 'eligible'; readonly until: CalendarDate; readonly daysLeft: number }
  | { readonly verdict: 'too-late'; readonly until: CalendarDate }
  /** A replacement is issued once only: this token has been replaced, or is the replacement. */
  | { readonly verdict: 'used' };

/** What {@link tokenReplacement} goes by. */
export interface TokenHistory {
  readonly activated?: CalendarDate | undefined;
  /** Whether a replacement was issued for this token, or this token is one. */
  readonly replacementIssued: boolean;
}

/**
 * Whether a token can still be replaced for an activation on the wrong tenant or for seats added by mistake.
 * Source: Microsoft Partner Network benefits FAQ, "Tokens": once, within 30 days after activation.
 */
export function tokenReplacement(
  { activated, replacementIssued }: TokenHistory,
  today: CalendarDate,
): TokenReplacement {
  if (replacementIssued) return { verdict: 'used' };
  if (activated === undefined) return { verdict: 'not-activated' };
  const until = addDays(activated, TOKEN_REPLACEMENT_DAYS);
  return today <= until
    ? { verdict: 'eligible', until, daysLeft: daysBetween(today, until) }
    : { verdict: 'too-late', until };
}
