import type { Erasure } from '../../privacy/erase-person';
import type { PersonalData } from '../../privacy/export-person';
import { html, type Html } from '../html';
import type { PageRequest } from '../page';

/** What has come of the last form. */
export type PeopleNotice = 'unknown' | 'unsure' | 'erased';

export interface ShownPeople {
  readonly name: string;
  readonly data?: PersonalData | undefined;
  readonly notice?: PeopleNotice | undefined;
  readonly erasure?: Erasure | undefined;
  readonly request: PageRequest;
}

/** Asks for a person; shows what is stored and what can be done with it. */
export function renderPeople(shown: ShownPeople): Html {
  const { name, data, notice, erasure, request } = shown;
  const { t, formKey } = request;
  return html`<h1>${t('support-page:nav.people')}</h1>
    <p class="lead">${t('support-page:people.what')}</p>
    ${
      notice &&
      html`<p class="notice ${notice === 'erased' ? 'good' : 'bad'}" role="alert">
        ${t(`support-page:people.notice.${notice}`)}
      </p>`
    }
    ${erasure && renderErasure(erasure, request)}
    <form class="filter" method="post" action="/support/people">
      ${formKey}
      <label class="wide">
        ${t('support-page:people.name')}
        <input name="name" value="${name}" required maxlength="300" autocomplete="off" />
      </label>
      <button name="action" value="look">${t('support-page:people.look')}</button>
    </form>
    <p class="hint">${t('support-page:people.names')}</p>
    ${data && renderData(data, shown)}`;
}

function renderData(data: PersonalData, { name, request: { t, formKey } }: ShownPeople): Html {
  const held = Object.entries(data).filter(([, rows]) => rows.length > 0);
  const form = (action: 'export' | 'erase', inside: Html) =>
    html`<form method="post" action="/support/people">
      ${formKey}
      <input type="hidden" name="name" value="${name}" />
      <input type="hidden" name="action" value="${action}" />
      ${inside}
    </form>`;
  return html`<div class="beside">
    <section class="card">
      <h2>${t('support-page:people.held')}</h2>
      <dl class="facts">
        ${held.map(
          ([table, rows]) =>
            html`<div>
              <dt>${t(`support-page:people.table.${table}`)}</dt>
              <dd>${t('support-page:people.rows', { count: rows.length })}</dd>
            </div>`,
        )}
      </dl>
      ${form('export', html`<button>${t('support-page:people.export')}</button>`)}
    </section>
    <section class="card">
      <h2>${t('support-page:people.eraseTitle')}</h2>
      <p>${t('support-page:people.eraseWhat')}</p>
      ${form(
        'erase',
        html`<label class="check">
            <input type="checkbox" name="sure" value="yes" required />
            ${t('support-page:people.sure')}
          </label>
          <button class="danger">${t('support-page:people.erase')}</button>`,
      )}
    </section>
  </div>`;
}

function renderErasure({ deleted, emptied, elsewhere }: Erasure, { t }: PageRequest): Html {
  const rows = Object.values(deleted).reduce((sum, count) => sum + count, 0);
  return html`<section class="card">
    <p>
      ${t('support-page:people.erased', { count: rows })}
      ${emptied.length > 0 && t('support-page:people.emptied', { tickets: emptied.join(', ') })}
    </p>
    ${
      elsewhere.length > 0 &&
      html`<p>${t('support-page:people.elsewhere')}</p>
        <ul>
          ${elsewhere.map(({ ticket, reference }) => html`<li>${ticket} ${reference}</li>`)}
        </ul>`
    }
  </section>`;
}
