import type { Token } from './account';
import { addDays, daysBetween, type CalendarDate } from './calendar-date';
import type { Period } from './period';

/** Days after activation, the last one included, in which a token can be replaced. */
export const TOKEN_REPLACEMENT_DAYS = 30;

/** Whether a token can be replaced on a day. */
export type TokenReplacement =
  | { readonly verdict: 'not-activated' }
  /** `daysLeft` is 0 on the last day. */
  | { readonly verdict: 'eligible'; readonly until: CalendarDate; readonly daysLeft: number }
  | { readonly verdict: 'too-late'; readonly until: CalendarDate }
  /** A replacement is issued once only: this token has had one, or is one. */
  | { readonly verdict: 'replaced' | 'replacement' };

/**
 * Whether a token can still be replaced for an activation on the wrong tenant or for seats added by mistake.
 * Source: Microsoft Partner Network benefits FAQ, "Tokens": once, within 30 days after activation.
 */
export function tokenReplacement(
  { activatedOn, replacement }: Pick<Token, 'activatedOn' | 'replacement'>,
  today: CalendarDate,
): TokenReplacement {
  if (replacement !== undefined) return { verdict: replacement };
  if (activatedOn === undefined) return { verdict: 'not-activated' };
  const until = addDays(activatedOn, TOKEN_REPLACEMENT_DAYS);
  return today <= until
    ? { verdict: 'eligible', until, daysLeft: daysBetween(today, until) }
    : { verdict: 'too-late', until };
}

/** The same of a token of which only a period of activation is known. */
export type TokenReplacementOfPeriod =
  /** `until` is the first and the last day that may be the last one. */
  | { readonly verdict: 'eligible'; readonly until: Period }
  | { readonly verdict: 'too-late'; readonly until: Period }
  /** It is too late only if the token was activated before a day. */
  | { readonly verdict: 'depends'; readonly since: CalendarDate };

/** Whether a token that was activated on some day of a period can still be replaced. */
export function tokenReplacementOfPeriod(
  { from, to }: Period,
  today: CalendarDate,
): TokenReplacementOfPeriod {
  const until = {
    from: addDays(from, TOKEN_REPLACEMENT_DAYS),
    to: addDays(to, TOKEN_REPLACEMENT_DAYS),
  };
  if (today <= until.from) return { verdict: 'eligible', until };
  if (today > until.to) return { verdict: 'too-late', until };
  return { verdict: 'depends', since: addDays(today, -TOKEN_REPLACEMENT_DAYS) };
}
