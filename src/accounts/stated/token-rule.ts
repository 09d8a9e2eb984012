import type { CalendarDate } from '../../core/calendar-date';
import type { Entity } from '../../core/recognition';
import { fromInterval, type Period } from '../../core/period';
import {
  TOKEN_REPLACEMENT_DAYS,
  tokenReplacement,
  tokenReplacementOfPeriod,
} from '../../core/token-replacement';
import type { AccountTurn, StatedBasis } from '../presentation';
import type { Wording } from '../wording';
import { wordsIn } from '../words-in';
import { ambiguousDate, readDates } from './read-dates';
import { readSupposed } from './read-supposed';
import { ends } from './renewal-period-lines';
import type { StatedReading, StatedRule } from './stated-rule';

/** A longer message asks more of a number than whether it is as good as the last one. */
const MOST_WORDS = 4;

/** Days that "about 40 days" and "a month" may be off. */
const ROUGHLY = 5;

/** "Activated on 3 May", "what if it's been 40 days?", "if we activate it on Friday": until when a token can be replaced. */
export const tokenRule: StatedRule = {
  leansOn: 'time',
  read(reading) {
    const supposed = readSupposed(reading);
    if (supposed !== undefined) return { told: { dates: [supposed] } };
    const dates = readDates(reading);
    const ambiguous = ambiguousDate(dates);
    if (ambiguous !== undefined) return { told: {}, ambiguous };
    // Of two dates, the later one is the day to judge by.
    const [activated, judged] = dates.past.flat().toSorted();
    if (activated !== undefined)
      return { told: { dates: [activated], today: dates.today ?? judged } };
    const [period] = dates.periods;
    const elapsedDays = period === undefined ? readElapsedDays(reading) : undefined;
    return { told: { elapsedDays, period, today: dates.today } };
  },
  lines({ dates: [activated] = [], elapsedDays, period }, today, wording) {
    const within = fromInterval(period ?? '');
    if (within !== undefined) return [sincePeriod(within, today, wording)];
    if (activated !== undefined) return [sinceDate(activated, today, wording)];
    return elapsedDays === undefined ? [] : [afterDays(elapsedDays, wording)];
  },
  asksDay({ period }, today) {
    const within = fromInterval(period ?? '');
    return within !== undefined && tokenReplacementOfPeriod(within, today).verdict !== 'too-late';
  },
};

/** The first span that isn't the rule's own 30 days, or else that one. */
function readElapsedDays({ turn, earlier }: StatedReading): number | undefined {
  const spans = turn.entities.flatMap((entity) => elapsedIn(entity));
  return (
    spans.find((days) => days !== TOKEN_REPLACEMENT_DAYS) ?? spans[0] ?? bareNumber(turn, earlier)
  );
}

/** Of "more than 40 days" only what is too late in any case is certain, of "a month" nothing, of "two months" enough. */
function elapsedIn(entity: Entity): readonly number[] {
  if (entity.type !== 'days') return [];
  const { bound, value } = entity;
  if (bound === undefined) return [value];
  const least = bound === 'more' ? value + 1 : value - ROUGHLY;
  return bound !== 'less' && least > TOKEN_REPLACEMENT_DAYS ? [Math.max(least, value)] : [];
}

/** "And 20?" after "what if it's been 40 days?" */
function bareNumber(turn: AccountTurn, { elapsedDays }: StatedBasis): number | undefined {
  const [days, ...others] = turn.entities.flatMap((entity) =>
    entity.type === 'number' ? [entity.value] : [],
  );
  const isShort = wordsIn(turn.utterance).length <= MOST_WORDS;
  return elapsedDays !== undefined && others.length === 0 && isShort ? days : undefined;
}

function sinceDate(activatedOn: CalendarDate, today: CalendarDate, wording: Wording): string {
  const result = tokenReplacement({ activatedOn }, today);
  const until = 'until' in result ? wording.date(result.until) : '';
  const values = { date: wording.date(activatedOn), until };
  if (activatedOn > today) return wording.say('stated.token.supposed', values);
  const count = 'daysLeft' in result ? result.daysLeft : 0;
  const key = result.verdict === 'eligible' && count === 0 ? 'last-day' : result.verdict;
  return wording.say(`stated.token.${key}`, { ...values, count });
}

function sincePeriod(period: Period, today: CalendarDate, wording: Wording): string {
  const result = tokenReplacementOfPeriod(period, today);
  const values =
    result.verdict === 'depends'
      ? { since: wording.date(result.since) }
      : {
          earliest: wording.endDate(result.until.from, result.until.to),
          latest: wording.date(result.until.to),
        };
  return wording.say(`stated.token.period-${result.verdict}`, {
    ...ends(period, wording),
    ...values,
  });
}

function afterDays(days: number, { say }: Wording): string {
  const elapsed = say('stated.token.days', { count: days });
  const left = TOKEN_REPLACEMENT_DAYS - days;
  if (left === 0) return say('stated.token.elapsed-last-day');
  return left > 0
    ? say('stated.token.elapsed-eligible', { elapsed, count: left })
    : say('stated.token.elapsed-too-late', { elapsed });
}
