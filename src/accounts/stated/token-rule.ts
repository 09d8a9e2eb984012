import type { CalendarDate } from '../../core/calendar-date';
import { TOKEN_REPLACEMENT_DAYS, tokenReplacement } from '../../core/token-replacement';
import type { AccountTurn } from '../presentation';
import type { Wording } from '../wording';
import { ambiguousDate, readDates } from './read-dates';
import type { StatedRule } from './stated-rule';

/** "Activated on 3 May", "what if it's been 40 days?": whether a token can still be replaced. */
export const tokenRule: StatedRule = {
  leansOn: 'time',
  read(reading) {
    const dates = readDates(reading);
    const ambiguous = ambiguousDate(dates);
    if (ambiguous !== undefined) return { told: {}, ambiguous };
    // Of two dates, the later one is the day to judge by.
    const [activated, judged] = dates.past.flat().toSorted();
    return activated === undefined
      ? { told: { elapsedDays: readElapsedDays(reading.turn), today: dates.today } }
      : { told: { dates: [activated], today: dates.today ?? judged } };
  },
  lines({ dates: [activated] = [], elapsedDays }, today, wording) {
    if (activated !== undefined) return [sinceDate(activated, today, wording)];
    return elapsedDays === undefined ? [] : [afterDays(elapsedDays, wording)];
  },
};

/** The first span that isn't the rule's own 30 days, or else that one. */
function readElapsedDays({ entities }: AccountTurn): number | undefined {
  const spans = entities.flatMap((entity) => (entity.type === 'days' ? [entity.value] : []));
  return spans.find((days) => days !== TOKEN_REPLACEMENT_DAYS) ?? spans[0];
}

function sinceDate(activatedOn: CalendarDate, today: CalendarDate, wording: Wording): string {
  const result = tokenReplacement({ activatedOn }, today);
  const until = 'until' in result ? wording.date(result.until) : '';
  const count = 'daysLeft' in result ? result.daysLeft : 0;
  const key = result.verdict === 'eligible' && count === 0 ? 'last-day' : result.verdict;
  return wording.say(`stated.token.${key}`, { date: wording.date(activatedOn), until, count });
}

function afterDays(days: number, { say }: Wording): string {
  const elapsed = say('stated.token.days', { count: days });
  const left = TOKEN_REPLACEMENT_DAYS - days;
  if (left === 0) return say('stated.token.elapsed-last-day');
  return left > 0
    ? say('stated.token.elapsed-eligible', { elapsed, count: left })
    : say('stated.token.elapsed-too-late', { elapsed });
}
