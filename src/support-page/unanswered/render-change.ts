import type { Content } from '../../content/content';
import { NONE } from '../../core/recognition';
import { lossesOf } from '../../support/learning/losses-of';
import type { ChangeState, LearningChange } from '../../support/learning/learning-change';
import { html, type Html } from '../html';
import type { PageRequest } from '../page';
import type { Formats } from '../parts/formats';
import type { Names } from '../parts/names';
import { LEARN_COMMAND } from './learn-command';
import { renderTrial } from './render-trial';
import { whoDid } from './who-did';

export interface ShownChange {
  readonly change: LearningChange;
  readonly content: Content;
  readonly names: Names;
  readonly formats: Formats;
  /** How long it has been in its state. */
  readonly secondsInState: number;
}

/** Seconds after which a page with a trial under way reads itself anew. */
const RELOAD_SECONDS = 2;

const MOODS: Partial<Readonly<Record<ChangeState, 'good' | 'bad'>>> = {
  ready: 'good',
  accepted: 'good',
  applied: 'good',
  refused: 'bad',
  failed: 'bad',
};

/** A change as a supporter reads it. */
export function renderChange(request: PageRequest, shown: ShownChange): Html {
  const { t } = request;
  const { change, content, names } = shown;
  const { lesson, state, trial } = change;
  const losses = trial === undefined ? [] : lossesOf(trial, lesson, content);
  const entry =
    lesson.entry === NONE ? t('support-page:unanswered.outOfScope') : names.entry(lesson.entry);
  return html`<p>
      <a href="/support/unanswered/changes">${t('support-page:unanswered.changes')}</a>
    </p>
    <h1>
      ${t('support-page:unanswered.teach', { entry, language: names.language(lesson.language) })}
    </h1>
    <p
      class="notice ${MOODS[state] ?? ''}"
      role="status"
      ${state === 'trying' && html`data-reload="${RELOAD_SECONDS}"`}
    >
      ${t(`support-page:unanswered.about-state.${state}`, {
        count: losses.length,
        seconds: shown.secondsInState,
        ...LEARN_COMMAND,
      })}
      ${state === 'trying' && html`<a href="">${t('support-page:unanswered.look')}</a>`}
    </p>
    ${renderDecision(request, state)}
    ${
      trial === undefined
        ? html`<section class="card">
            <ul lang="${lesson.language}">
              ${lesson.utterances.map((text) => html`<li>${text}</li>`)}
            </ul>
          </section>`
        : renderTrial(request, { ...shown, trial, losses })
    }
    ${renderHistory(request, shown)}`;
}

function renderDecision({ t, formKey }: PageRequest, state: ChangeState): Html | undefined {
  if (['trying', 'applied', 'dropped'].includes(state)) return undefined;
  return html`<form method="post">
    ${formKey}
    <p>
      ${
        state === 'ready' &&
        html`<button name="action" value="accept">${t('support-page:unanswered.accept')}</button>`
      }
      <button class="quiet" name="action" value="drop">${t('support-page:unanswered.drop')}</button>
    </p>
  </form>`;
}

function renderHistory({ t }: PageRequest, { change, formats }: ShownChange): Html {
  const steps = change.history.map(
    ({ state, by, at }) =>
      html`<li>
        <time datetime="${at}">${formats.instant(at)}</time>:
        ${t(`support-page:unanswered.state.${state}`)} (${whoDid(by, t)})
      </li>`,
  );
  return html`<section class="card">
    <h2>${t('support-page:unanswered.history')}</h2>
    <ol>
      ${steps}
    </ol>
  </section>`;
}
