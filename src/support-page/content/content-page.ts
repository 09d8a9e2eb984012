import { calendarDateAt } from '../../core/calendar-date';
import type { Clock } from '../../core/clock';
import type { PreviewEntry } from '../../content/preview/preview';
import { html, type Html } from '../html';
import type { Page, PageRequest, Reading } from '../page';
import { createFormats } from '../parts/formats';
import type { Names } from '../parts/names';
import { renderTable } from '../parts/render-table';
import { createTable, type Column, type ColumnKind } from '../parts/table';
import type { ContentOnDisk, ContentNow } from './content-on-disk';
import { renderEntry } from './render-entry';

export interface ContentPageOptions {
  readonly content: Pick<ContentOnDisk, 'read'>;
  readonly namesIn: (reading: Reading) => Names;
  /** IANA name. */
  readonly timeZone: string;
  readonly now: Clock;
}

/** Every entry with its last review, its utterances and confusions. */
export function contentPage(options: ContentPageOptions): Page {
  return {
    path: '/content',
    nav: 'content',
    async read(request) {
      await Promise.resolve();
      const { t } = request;
      const now = options.content.read();
      const title = t('support-page:nav.content');
      const table = createTable(
        { name: 'content', caption: title },
        columnsOf(request, options),
        now.content?.entries ?? [],
      );
      const body = html`<h1>${title}</h1>
        ${renderState(now, request)}
        <p><a href="/support/content/all">${t('support-page:content.all')}</a></p>
        <section class="card whole">
          ${renderTable(table, createFormats(request.locale, options.timeZone))}
        </section>`;
      return { show: 'page', title, body };
    },
  };
}

/** One entry in every language side by side, as people see it; `all` of them one below the other, for the printer. */
export function contentEntryPage(options: ContentPageOptions): Page {
  return {
    path: '/content/:entry',
    async read(request) {
      const now = options.content.read();
      const { entry: id } = request.params;
      const all = (now.content?.entries ?? []).map(({ entry }) => entry.id);
      const ids = id === 'all' ? all : all.filter((one) => one === id);
      const entries = (await now.content?.withReplies(ids)) ?? [];
      const [first] = entries;
      if (first === undefined) return { show: 'missing' };
      const { t } = request;
      const names = options.namesIn(request);
      const formats = createFormats(request.locale, options.timeZone);
      const title = id === 'all' ? t('support-page:content.all') : names.entry(first.entry.id);
      const articles = entries.map((entry) => renderEntry(entry, { request, names, formats }));
      const body = html`<p class="back">
          <a href="/support/content">${t('support-page:nav.content')}</a>
        </p>
        <h1>${title}</h1>
        ${renderState(now, request)} ${articles}`;
      return { show: 'page', title, body };
    },
  };
}

function columnsOf(
  request: PageRequest,
  { namesIn, now, timeZone }: ContentPageOptions,
): readonly Column<PreviewEntry>[] {
  const { t } = request;
  const names = namesIn(request);
  const today = calendarDateAt(now(), timeZone);
  const column = (
    name: string,
    kind: ColumnKind,
    of: Column<PreviewEntry>['of'],
  ): Column<PreviewEntry> => ({ label: t(`support-page:content.column.${name}`), kind, of });
  const confusions = ({ sides }: PreviewEntry) =>
    sides.reduce((sum, side) => sum + side.confusions.length, 0);
  return [
    {
      ...column('entry', 'text', ({ entry }) => names.entry(entry.id)),
      link: ({ entry }) => `/support/content/${entry.id}`,
    },
    column('id', 'text', ({ entry }) => entry.id),
    column('kind', 'text', ({ entry }) => t(`support-page:content.kind.${entry.kind}`)),
    column('reviewed', 'day', ({ entry }) => entry.reviewed),
    column('reviewBy', 'day', ({ entry }) => entry.reviewBy),
    column('due', 'text', ({ entry }) =>
      entry.reviewBy < today ? t('support-page:content.overdue') : '',
    ),
    column('utterances', 'count', ({ sides }) =>
      sides.reduce((sum, { utterances }) => sum + utterances.length, 0),
    ),
    column('confusions', 'count', confusions),
  ];
}

function renderState({ isLive, fault }: ContentNow, { t }: PageRequest): Html {
  if (fault !== undefined)
    return html`<div class="notice bad" role="alert">
      <p>${t('support-page:content.state.faulty')}</p>
      <pre>${fault}</pre>
    </div>`;
  return html`<p class="notice ${isLive ? 'good' : 'bad'}">
    ${t(`support-page:content.state.${isLive ? 'live' : 'changed'}`)}
  </p>`;
}
