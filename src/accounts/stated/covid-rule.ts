import { covidExtension, COVID_PERIOD } from '../../core/covid-extension';
import { addYears, yearOf } from '../../core/calendar-date';
import { readingsOf } from '../select-by-date';
import type { AccountTurn } from '../presentation';
import type { StatedRule } from './stated-rule';

const EXCEPTED_NAME = /cloud business app/i;
const YEAR = yearOf(COVID_PERIOD.from);

/** "Our anniversary is 14 April 2021": whether a competency was extended. */
export const covidRule: StatedRule = {
  read({ turn, wording }) {
    const isExcepted = EXCEPTED_NAME.test(turn.utterance);
    const dates = turn.entities.filter((entity) => entity.type === 'date');
    const stated = dates.find(({ isToday }) => isToday !== true);
    if (stated === undefined || isActionPack(turn)) return { told: { isExcepted } };
    const isAnniversary = wording.hasCue('anniversary', turn.utterance);
    const readings = readingsOf(stated).map((date) => {
      // The rule is about one year: a date without a year means that one, and a purchase has its anniversary then.
      const isOfThatYear = /\d{4}/.test(stated.text) && (isAnniversary || yearOf(date) >= YEAR);
      return isOfThatYear ? date : addYears(date, YEAR - yearOf(date));
    });
    return { told: { dates: readings.slice(0, 1), isExcepted }, ambiguous: several(readings) };
  },
  lines({ dates: [anniversary] = [], isExcepted }, _today, { say, date }) {
    if (isExcepted === true) return [say('stated.covid.excepted')];
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

function several<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length > 1 ? values : undefined;
}

/** Only competencies were extended. */
function isActionPack({ entities }: AccountTurn): boolean {
  return entities.some(({ type, value }) => type === 'membership' && value === 'action-pack');
}
