import type { Clock } from '../../core/clock';
import { calendarDateAt } from '../../core/calendar-date';
import type { Log } from '../../core/log';
import type { Erasure } from '../../privacy/erase-person';
import type { PersonalData } from '../../privacy/export-person';
import type { Page, PageAnswer, PageRequest } from '../page';
import { renderPeople, type PeopleNotice } from './render-people';

/** What is kept of people, by any name that they are known by; undefined for a name that nobody has. */
export interface PeopleOptions {
  readonly exportPerson: (name: string) => Promise<PersonalData | undefined>;
  readonly erasePerson: (name: string) => Promise<Erasure | undefined>;
  /** IANA name. */
  readonly timeZone: string;
  readonly now: Clock;
  readonly log: Log;
}

const LONGEST_NAME = 300;

/** Shows what is stored about a person, gives it as a file, and erases it after a second yes. */
export function peoplePage(options: PeopleOptions): Page {
  return {
    path: '/people',
    nav: 'people',
    async read(request) {
      return show(request, await look(options, request.query.get('name') ?? ''));
    },
    async change(request) {
      const name = nameIn(request.form.get('name') ?? '');
      const action = request.form.get('action');
      if (action === 'export') return toFile(request, name, options);
      if (action === 'erase') return erase(request, name, options);
      return show(request, await look(options, name));
    },
  };
}

async function toFile(
  request: PageRequest,
  name: string,
  { exportPerson, log, now, timeZone }: PeopleOptions,
): Promise<PageAnswer> {
  const data = await exportPerson(name);
  if (data === undefined) return show(request, { name, notice: 'unknown' });
  log.info({ by: request.supporter.id }, 'personal data exported');
  return {
    show: 'file',
    name: `personal-data-${calendarDateAt(now(), timeZone)}.json`,
    type: 'application/json',
    content: JSON.stringify(data, null, 2),
  };
}

async function erase(
  request: PageRequest,
  name: string,
  options: PeopleOptions,
): Promise<PageAnswer> {
  const isSure = request.form.get('sure') === 'yes';
  if (!isSure) return show(request, { ...(await look(options, name)), notice: 'unsure' });
  const erasure = await options.erasePerson(name);
  if (erasure === undefined) return show(request, { name, notice: 'unknown' });
  const { deleted, emptied } = erasure;
  options.log.info({ by: request.supporter.id, deleted, emptied }, 'person erased');
  return show(request, { name: '', notice: 'erased', erasure });
}

interface Looked {
  readonly name: string;
  readonly data?: PersonalData | undefined;
  readonly notice?: PeopleNotice | undefined;
  readonly erasure?: Erasure | undefined;
}

async function look({ exportPerson }: PeopleOptions, given: string): Promise<Looked> {
  const name = nameIn(given);
  if (name === '') return { name };
  const data = await exportPerson(name);
  return data === undefined ? { name, notice: 'unknown' } : { name, data };
}

function show(request: PageRequest, looked: Looked): PageAnswer {
  const title = request.t('support-page:nav.people');
  const status = looked.notice === 'unsure' ? 400 : undefined;
  return { show: 'page', title, body: renderPeople({ ...looked, request }), status };
}

function nameIn(text: string): string {
  return text.trim().slice(0, LONGEST_NAME);
}
