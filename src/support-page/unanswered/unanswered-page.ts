import { html } from '../html';
import type { Page } from '../page';
import { toCsv } from '../parts/csv';
import { createFormats } from '../parts/formats';
import { renderTable } from '../parts/render-table';
import { createClusterTable } from './cluster-table';
import type { UnansweredOptions } from './unanswered-options';
import { languageOf, renderUnansweredTabs } from './unanswered-tabs';

const MOST_SHOWN = 100;

/** The questions of a language that found no answer, those that ask much the same together. */
export function unansweredPage(options: UnansweredOptions): Page {
  return {
    path: '/unanswered',
    nav: 'unanswered',
    async read(request) {
      const { t, locale, query } = request;
      const language = languageOf(request, options);
      const clusters = await options.learning.clusters(language);
      const names = options.namesIn(request);
      const shown = clusters.slice(0, MOST_SHOWN);
      const table = createClusterTable(shown, { t, locale, language, names });
      const done = query.get('done') === 'dismissed';
      const title = t('support-page:unanswered.title');
      const body = html`<h1>${title}</h1>
        ${done && html`<p class="notice good">${t('support-page:unanswered.dismissed')}</p>`}
        ${await renderUnansweredTabs(request, language, options)}
        <p>${t('support-page:unanswered.about')}</p>
        <section class="card">
          ${
            clusters.length === 0
              ? html`<p class="nothing">${t('support-page:unanswered.none')}</p>`
              : renderTable(table, createFormats(locale, options.timeZone))
          }
        </section>
        ${
          clusters.length > 0 &&
          html`<p class="after">
            <a class="csv" href="/support/unanswered.csv?language=${language}" download
              >${t('support-page:csv')}</a
            >
          </p>`
        }`;
      return { show: 'page', title, body };
    },
  };
}

/** The same list as a file, all of it. */
export function unansweredFilePage(options: UnansweredOptions): Page {
  return {
    path: '/unanswered.csv',
    async read(request) {
      const { t, locale } = request;
      const language = languageOf(request, options);
      const clusters = await options.learning.clusters(language);
      const names = options.namesIn(request);
      const table = createClusterTable(clusters, { t, locale, language, names });
      const content = toCsv(table, { locale, timeZone: options.timeZone });
      return { show: 'file', name: `unanswered-${language}.csv`, type: 'text/csv', content };
    },
  };
}
