import { addYears, type CalendarDate } from './calendar-date';

/** First and last anniversary that the extension covers. */
export const COVID_PERIOD = { from: '2021-01-01', to: '2021-06-30' } as const;

/** The competency that the extension leaves out. */
const EXCEPTED_COMPETENCY = 'cloud-business-applications';

/** Whether a competency was extended because of COVID-19. The fee is due either way. */
export type CovidExtension =
  | { readonly extended: true; readonly until: CalendarDate }
  | { readonly extended: false; readonly because: 'anniversary' | 'competency' };

/**
 * Whether a competency with an anniversary on a day is extended through its anniversary in 2022.
 * `competency` is an id such as {@link EXCEPTED_COMPETENCY}; absent when it isn't known which.
 * Source: Microsoft Partner Network benefits FAQ, "COVID-19".
 */
export function covidExtension(anniversary: CalendarDate, competency?: string): CovidExtension {
  if (competency === EXCEPTED_COMPETENCY) return { extended: false, because: 'competency' };
  return anniversary < COVID_PERIOD.from || anniversary > COVID_PERIOD.to
    ? { extended: false, because: 'anniversary' }
    : { extended: true, until: addYears(anniversary, 1) };
}
