import { covidExtension, COVID_PERIOD } from '../../core/covid-extension';
import { addYears, yearOf, type CalendarDate } from '../../core/calendar-date';
import { type DayOrPeriod, fromInterval, type Period, toInterval } from '../../core/period';
import type { Entity } from '../../core/recognition';
import type { AccountTurn } from '../presentation';
import type { Wording } from '../wording';
import { ends } from './renewal-period-lines';
import type { StatedRule } from './stated-rule';

const EXCEPTED_NAME = /cloud business app/i;
const YEAR = yearOf(COVID_PERIOD.from);

/** "Our anniversary is 14 April 2021", "in March": whether a competency was extended. */
export const covidRule: StatedRule = {
  read({ turn, wording }) {
    const isExcepted = EXCEPTED_NAME.test(turn.utterance);
    const stated = turn.entities.find(isTold);
    if (stated === undefined || isActionPack(turn)) return { told: { isExcepted } };
    const isAnniversary = wording.hasCue('anniversary', turn.utterance);
    // The rule is about one year: a date without a year means that one, and a purchase has its anniversary then.
    const isOfThatYear = (date: CalendarDate) =>
      /\d{4}/.test(stated.text) && (isAnniversary || yearOf(date) >= YEAR);
    const yearsOf = (date: CalendarDate) => (isOfThatYear(date) ? 0 : YEAR - yearOf(date));
    const readings = [
      ...new Set((stated.readings ?? [stated.value]).map((one) => move(one, yearsOf))),
    ];
    const [first = ''] = readings;
    const told = stated.type === 'period' ? { period: first } : { dates: [first] };
    return { told: { ...told, isExcepted }, ambiguous: several(readings) };
  },
  lines({ dates: [anniversary] = [], period, isExcepted }, _today, wording) {
    const { say, date } = wording;
    if (isExcepted === true) return [say('stated.covid.excepted')];
    const within = fromInterval(period ?? '');
    if (within !== undefined) return [ofPeriod(within, wording)];
    if (anniversary === undefined) return [];
    const extension = covidExtension(anniversary);
    return extension.extended
      ? [
          say('stated.covid.extended', {
            anniversary: date(anniversary),
            until: date(extension.until),
          }),
        ]
      : [say('stated.covid.outside', { anniversary: date(anniversary) })];
  },
};

function isTold(entity: Entity): entity is Extract<Entity, { type: 'date' | 'period' }> {
  return entity.type === 'period' || (entity.type === 'date' && entity.isToday !== true);
}

/** A period counts when all of its days do, and doesn't when none of them does. */
function ofPeriod({ from, to }: Period, wording: Wording): string {
  const extensions = [from, to].map((anniversary) => covidExtension(anniversary).extended);
  const isOver = from < COVID_PERIOD.from && to > COVID_PERIOD.to;
  const isAlike = extensions[0] === extensions[1] && !isOver;
  const key = isAlike ? (extensions[0] === true ? 'extended' : 'outside') : 'depends';
  return wording.say(`stated.covid.period-${key}`, ends({ from, to }, wording));
}

/** Moves a date or a period by as many years as its first day needs. */
function move(told: DayOrPeriod, yearsOf: (date: CalendarDate) => number): string {
  const period = fromInterval(told);
  if (period === undefined) return addYears(told, yearsOf(told));
  const years = yearsOf(period.from);
  return toInterval({ from: addYears(period.from, years), to: addYears(period.to, years) });
}

function several<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length > 1 ? values : undefined;
}

/** Only competencies were extended. */
function isActionPack({ entities }: AccountTurn): boolean {
  return entities.some(({ type, value }) => type === 'membership' && value === 'action-pack');
}
