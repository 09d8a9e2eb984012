import { NONE } from '../../core/recognition';
import type { LearningChange } from '../../support/learning/learning-change';
import { html } from '../html';
import type { Page, PageRequest } from '../page';
import { createFormats } from '../parts/formats';
import { renderTable } from '../parts/render-table';
import { createTable, type Column } from '../parts/table';
import type { UnansweredOptions } from './unanswered-options';
import { LEARN_COMMAND } from './learn-command';
import { renderUnansweredTabs } from './unanswered-tabs';
import { whoDid } from './who-did';

const MOST_SHOWN = 100;

/** What supporters have taught or tried to, the latest first. */
export function changesPage(options: UnansweredOptions): Page {
  return {
    path: '/unanswered/changes',
    async read(request) {
      const { t, locale } = request;
      const [changes, accepted] = await Promise.all([
        options.learning.desk.list(MOST_SHOWN),
        options.learning.desk.accepted(),
      ]);
      const title = t('support-page:unanswered.changes');
      const table = createChangeTable(changes, request, options);
      const count = accepted.length;
      const waiting =
        count === 0
          ? t('support-page:unanswered.export.none')
          : t('support-page:unanswered.export.about', { count, ...LEARN_COMMAND });
      const body = html`<h1>${title}</h1>
        ${await renderUnansweredTabs(request, 'changes', options)}
        <p>${waiting}</p>
        ${
          accepted.length > 0 &&
          html`<p>
            <a class="button" href="/support/unanswered/lessons.json" download
              >${t('support-page:unanswered.export.file')}</a
            >
          </p>`
        }
        <section class="card">
          ${
            changes.length === 0
              ? html`<p class="nothing">${t('support-page:unanswered.noChanges')}</p>`
              : renderTable(table, createFormats(locale, options.timeZone))
          }
        </section>`;
      return { show: 'page', title, body };
    },
  };
}

/** The accepted lessons as a file for `npm run learn -- FILE`. */
export function lessonsFilePage({ learning }: UnansweredOptions): Page {
  return {
    path: '/unanswered/lessons.json',
    async read() {
      const lessons = (await learning.desk.accepted()).map(({ lesson }) => lesson);
      const content = `${JSON.stringify({ lessons }, null, 2)}\n`;
      return { show: 'file', name: 'lessons.json', type: 'application/json', content };
    },
  };
}

function createChangeTable(
  changes: readonly LearningChange[],
  request: PageRequest,
  { namesIn }: UnansweredOptions,
) {
  const { t } = request;
  const names = namesIn(request);
  const label = (name: string) => t(`support-page:unanswered.column.${name}`);
  const columns: Column<LearningChange>[] = [
    {
      ...{ label: label('utterance'), kind: 'text' },
      of: ({ lesson: { utterances } }) =>
        utterances.length > 1
          ? `${utterances[0] ?? ''} (+${utterances.length - 1})`
          : utterances[0],
      link: ({ id }) => `/support/unanswered/changes/${id}`,
    },
    {
      ...{ label: label('entry'), kind: 'text' },
      of: ({ lesson: { entry } }) =>
        entry === NONE ? t('support-page:unanswered.outOfScope') : names.entry(entry),
    },
    {
      ...{ label: label('language'), kind: 'text' },
      of: ({ lesson }) => names.language(lesson.language),
    },
    {
      ...{ label: label('state'), kind: 'text' },
      of: ({ state }) => t(`support-page:unanswered.state.${state}`),
    },
    { label: label('by'), kind: 'text', of: ({ history }) => whoDid(history[0]?.by ?? '', t) },
    { label: label('at'), kind: 'instant', of: ({ history }) => history.at(-1)?.at },
  ];
  return createTable(
    { name: 'changes', caption: t('support-page:unanswered.changes') },
    columns,
    changes,
  );
}
