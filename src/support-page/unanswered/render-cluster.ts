import type { Content } from '../../content/content';
import { NONE } from '../../core/recognition';
import type { UnansweredQuestion } from '../../core/unanswered-question';
import type { LessonFault } from '../../support/learning/check-lesson';
import type { QuestionCluster } from '../../support/unanswered/cluster-questions';
import { html, type Html } from '../html';
import type { PageRequest } from '../page';
import type { Formats } from '../parts/formats';
import type { Names } from '../parts/names';
import { renderTable } from '../parts/render-table';
import { createTable, type Column } from '../parts/table';
import { nearestInWords } from './nearest-in-words';

/** What the form holds: as it was sent, or as it starts. */
export interface ClusterForm {
  readonly entry: string;
  readonly utterances: string;
}

interface ShownCluster {
  readonly cluster: QuestionCluster;
  readonly content: Content;
  readonly language: string;
  readonly form: ClusterForm;
  readonly faults: readonly LessonFault[];
  readonly names: Names;
  readonly formats: Formats;
}

const LEAST_ROWS = 3;
const MOST_ROWS = 14;

/** One cluster: the form that teaches it, and its questions. */
export function renderCluster(request: PageRequest, shown: ShownCluster): Html {
  const { t } = request;
  const { cluster, language, names } = shown;
  return html`<p>
      <a href="/support/unanswered?language=${language}"
        >${t('support-page:unanswered.title')}: ${names.language(language)}</a
      >
    </p>
    <h1 lang="${language}">${cluster.questions[0]?.text}</h1>
    ${shown.faults.map((fault) => renderFault(fault, request, names))} ${renderForm(request, shown)}
    <section class="card">${renderTable(questionTable(request, shown), shown.formats)}</section>`;
}

function renderForm({ t, formKey }: PageRequest, shown: ShownCluster): Html {
  const { cluster, form, language } = shown;
  const rows = Math.min(Math.max(form.utterances.split('\n').length + 1, LEAST_ROWS), MOST_ROWS);
  return html`<form class="card teach" method="post">
    ${formKey}
    ${cluster.questions.map(({ id }) => html`<input type="hidden" name="question" value="${id}" />`)}
    <label for="entry">${t('support-page:unanswered.form.entry')}</label>
    <select id="entry" name="entry">
      ${renderEntries(shown, t('support-page:unanswered.outOfScope'))}
    </select>
    <label for="utterances">${t('support-page:unanswered.form.utterances')}</label>
    <textarea
      id="utterances"
      name="utterances"
      rows="${rows}"
      lang="${language}"
      spellcheck="true"
      aria-describedby="utterances-help"
    >
${form.utterances}</textarea>
    <p id="utterances-help">${t('support-page:unanswered.form.help')}</p>
    <p>
      <button name="action" value="try">${t('support-page:unanswered.form.try')}</button>
      <button class="quiet" name="action" value="dismiss">
        ${t('support-page:unanswered.form.dismiss')}
      </button>
    </p>
  </form>`;
}

/** The nearest entries first, then all of them, then what the bot shall say no to. */
function renderEntries({ cluster, content, form, names }: ShownCluster, outOfScope: string) {
  const nearest = cluster.candidates.map(({ intent }) => intent);
  const others = [...content.entries.keys()].filter((id) => !nearest.includes(id));
  const option = (id: string, label: string) =>
    html`<option value="${id}" ${id === form.entry && html`selected`}>${label}</option>`;
  const group = (ids: readonly string[]) =>
    ids.map((id) => option(id, `${names.entry(id)} (${id})`));
  return [...group(nearest), option(NONE, outOfScope), html`<hr />`, ...group(others)];
}

function renderFault(fault: LessonFault, { t }: PageRequest, names: Names): Html {
  const values = {
    text: 'text' in fault ? fault.text : '',
    entry: 'entry' in fault ? names.entry(fault.entry) : '',
  };
  return html`<p class="notice bad" role="alert">
    ${t(`support-page:unanswered.fault.${fault.type}`, values)}
  </p>`;
}

function questionTable({ t, locale }: PageRequest, { cluster, names }: ShownCluster) {
  const label = (name: string) => t(`support-page:unanswered.column.${name}`);
  const columns: Column<UnansweredQuestion>[] = [
    { label: label('question'), kind: 'text', of: ({ text }) => text },
    {
      ...{ label: label('reason'), kind: 'text' },
      of: ({ reason }) => t(`support-page:unanswered.reason.${reason}`),
    },
    {
      ...{ label: label('nearest'), kind: 'text' },
      of: ({ candidates }) => nearestInWords(candidates, { names, locale }),
    },
    ...(cluster.questions.some(({ secondOpinion }) => secondOpinion?.suggestion)
      ? [suggestionColumn(label('suggested'), { names, locale })]
      : []),
    { label: label('channel'), kind: 'text', of: ({ channel }) => names.channel(channel) },
    { label: label('at'), kind: 'instant', of: ({ at }) => at },
    { label: label('version'), kind: 'text', of: ({ contentVersion }) => contentVersion },
  ];
  const caption = t('support-page:unanswered.questions');
  return createTable({ name: 'questions', caption }, columns, cluster.questions);
}

/** What another classifier takes each question for. */
function suggestionColumn(
  label: string,
  words: Pick<ShownCluster, 'names'> & Pick<PageRequest, 'locale'>,
): Column<UnansweredQuestion> {
  return {
    ...{ label, kind: 'text' },
    of: ({ secondOpinion }) =>
      secondOpinion?.suggestion && nearestInWords([secondOpinion.suggestion], words),
  };
}
