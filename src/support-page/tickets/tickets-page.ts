import { TICKET_STATUSES } from '../../core/ticket';
import type { TicketSearchStore } from '../../support/tickets/ticket-search-store';
import { html, type Html } from '../html';
import type { Page, PageRequest, Reading } from '../page';
import { toCsv } from '../parts/csv';
import { createFormats, type Formats } from '../parts/formats';
import type { Names } from '../parts/names';
import { renderTable } from '../parts/render-table';
import {
  readTicketQuery,
  statusesOf,
  TABS,
  toAddress,
  toSearch,
  type TicketQuery,
} from './ticket-query';
import { createTicketTable } from './ticket-table';

const PAGE = 50;
const MOST_IN_FILE = 10_000;

export interface TicketsOptions {
  readonly search: Pick<TicketSearchStore, 'find' | 'counts' | 'channels'>;
  readonly languages: readonly string[];
  readonly namesIn: (reading: Reading) => Names;
  /** IANA name. */
  readonly timeZone: string;
}

/** The list of tickets, by status, language, channel and words. */
export function ticketsPage(options: TicketsOptions): Page {
  return {
    path: '/tickets',
    nav: 'tickets',
    async read(request) {
      const query = readTicketQuery(request.query);
      const { search, languages } = options;
      const [found, counts, channels] = await Promise.all([
        search.find(toSearch(query, PAGE + 1)),
        search.counts(),
        search.channels(),
      ]);
      const { t } = request;
      const names = options.namesIn(request);
      const shown = { request, names, formats: createFormats(request.locale, options.timeZone) };
      const last = found.length > PAGE ? found[PAGE - 1] : undefined;
      const title = t('support-page:nav.tickets');
      const table = createTicketTable(found.slice(0, PAGE), { t, names });
      const body = html`<h1>${title}</h1>
        ${renderTabs(query, counts, shown)} ${renderFilter(query, { languages, channels }, shown)}
        <section class="card">
          ${
            found.length === 0
              ? html`<p class="nothing">${t('support-page:tickets.none')}</p>`
              : renderTable(table, shown.formats)
          }
        </section>
        <p class="after">
          ${last && html`<a rel="next" href="${toAddress({ ...query, before: last.number })}">${t('support-page:tickets.older')}</a>`}
          ${found.length > 0 && html`<a class="csv" href="${toAddress({ ...query, before: undefined }, '/support/tickets.csv')}" download>${t('support-page:csv')}</a>`}
        </p>`;
      return { show: 'page', title, body };
    },
  };
}

/** The same list as a file, all of it. */
export function ticketsFilePage({ search, namesIn, timeZone }: TicketsOptions): Page {
  return {
    path: '/tickets.csv',
    async read(request) {
      const found = await search.find(toSearch(readTicketQuery(request.query), MOST_IN_FILE));
      const table = createTicketTable(found, { t: request.t, names: namesIn(request) });
      const content = toCsv(table, { locale: request.locale, timeZone });
      return { show: 'file', name: 'tickets.csv', type: 'text/csv', content };
    },
  };
}

interface Shown {
  readonly request: PageRequest;
  readonly names: Names;
  readonly formats: Formats;
}

function renderTabs(
  query: TicketQuery,
  counts: Awaited<ReturnType<TicketsOptions['search']['counts']>>,
  { request: { t }, formats }: Shown,
): Html {
  const tabs = TABS.map((tab) => {
    const count = (statusesOf(tab) ?? TICKET_STATUSES).reduce(
      (sum, status) => sum + counts[status],
      0,
    );
    return html`<li>
      <a
        href="${toAddress({ ...query, tab, before: undefined })}"
        ${tab === query.tab && html`aria-current="true"`}
        >${t(`support-page:tickets.tab.${tab}`)} <span>${formats.count(count)}</span></a
      >
    </li>`;
  });
  return html`<ul class="tabs">
    ${tabs}
  </ul>`;
}

function renderFilter(
  query: TicketQuery,
  choices: { readonly languages: readonly string[]; readonly channels: readonly string[] },
  { request: { t }, names }: Shown,
): Html {
  const select = (
    name: 'language' | 'channel',
    values: readonly string[],
    nameOf: (value: string) => string,
  ) =>
    html`<label
      >${t(`support-page:tickets.column.${name}`)}
      <select name="${name}">
        <option value="">${t('support-page:tickets.any')}</option>
        ${values.map(
          (value) =>
            html`<option value="${value}" ${query[name] === value && html`selected`}>
              ${nameOf(value)}
            </option>`,
        )}
      </select></label
    >`;
  return html`<form class="filter" method="get" action="/support/tickets" role="search">
    <input type="hidden" name="tab" value="${query.tab}" />
    <label
      >${t('support-page:tickets.text')}
      <input type="search" name="text" value="${query.text}" maxlength="100"
    /></label>
    ${select('language', choices.languages, (tag) => names.language(tag))}
    ${select('channel', choices.channels, (id) => names.channel(id))}
    <button>${t('support-page:tickets.search')}</button>
  </form>`;
}
