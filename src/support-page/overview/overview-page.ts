import { ratesOf } from '../../support/outcomes/rates';
import { html, type Html } from '../html';
import type { Page, PageRequest } from '../page';
import { renderFigure } from '../parts/figure';
import { createFormats, type Formats } from '../parts/formats';
import type { Table } from '../parts/table';
import { readOverview, type Overview, type OverviewOptions } from './overview';
import { lastDays, PRESETS, queryOf } from './range';

/** Where one arrives: how the conversations of some days ended. */
export function overviewPage(options: OverviewOptions): Page {
  return {
    path: '',
    nav: 'overview',
    async read(request) {
      const overview = await readOverview(request, options);
      const formats = createFormats(request.locale, options.timeZone);
      const title = request.t('support-page:nav.overview');
      return { show: 'page', title, body: renderOverview(overview, { request, formats }) };
    },
  };
}

interface Shown {
  readonly request: PageRequest;
  readonly formats: Formats;
}

function renderOverview(overview: Overview, shown: Shown): Html {
  const { tables, range } = overview;
  const { t } = shown.request;
  const figure = (table: Table, chart?: 'columns' | 'bars') =>
    renderFigure({
      ...{ table, formats: shown.formats, ...(chart && { chart }) },
      csv: {
        href: `/support/figures/${table.name}.csv?${queryOf(range)}`,
        label: t('support-page:csv'),
      },
      nothing: t('support-page:overview.nothing'),
    });
  return html`<h1>${t('support-page:nav.overview')}</h1>
    ${renderRange(overview, shown)} ${renderKeyFigures(overview, shown)}
    ${figure(tables['by-day'], 'columns')}
    <div class="beside">
      ${figure(tables['by-language'], 'bars')} ${figure(tables['by-channel'], 'bars')}
    </div>
    ${figure(tables['by-entry'], 'bars')}
    <div class="beside">
      ${figure(tables['low-rated'], 'bars')} ${figure(tables.escalations, 'bars')}
    </div>
    ${figure(tables.reasons, 'bars')} ${figure(tables.comments)}`;
}

function renderRange({ range, today }: Overview, { request: { t } }: Shown): Html {
  const presets = PRESETS.map((days) => {
    const preset = lastDays(days, today);
    const isCurrent = preset.from === range.from && preset.to === range.to;
    return html`<li>
      <a href="/support?${queryOf(preset)}" ${isCurrent && html`aria-current="true"`}
        >${t(`support-page:range.last${days}`)}</a
      >
    </li>`;
  });
  return html`<form class="range" method="get" action="/support">
    <ul>
      ${presets}
    </ul>
    <label
      >${t('support-page:range.from')}
      <input type="date" name="from" value="${range.from}" max="${today}" required
    /></label>
    <label
      >${t('support-page:range.to')}
      <input type="date" name="to" value="${range.to}" max="${today}" required
    /></label>
    <button>${t('support-page:range.show')}</button>
  </form>`;
}

function renderKeyFigures({ report }: Overview, { request: { t }, formats }: Shown): Html {
  const { outcomes } = report;
  const { counted, deflection, confirmed } = ratesOf(outcomes);
  const figures = [
    ['counted', formats.count(counted)],
    ['deflection', formats.share(deflection)],
    ['confirmed', formats.share(confirmed)],
    ['escalated', formats.count(outcomes.escalated)],
    ['open', formats.count(outcomes.open)],
  ] as const;
  return html`<dl class="key-figures">
    ${figures.map(
      ([name, value]) =>
        html`<div>
          <dt>${t(`support-page:overview.key.${name}.label`)}</dt>
          <dd>
            <strong>${value}</strong> <span>${t(`support-page:overview.key.${name}.meaning`)}</span>
          </dd>
        </div>`,
    )}
  </dl>`;
}
