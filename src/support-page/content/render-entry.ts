import { renderCard } from '../../content/preview/render-card';
import { renderMarkdown } from '../../content/preview/render-markdown';
import type { PreviewEntry, PreviewSide, Shown } from '../../content/preview/preview';
import { Html, html } from '../html';
import type { PageRequest } from '../page';
import type { Formats } from '../parts/formats';
import type { Names } from '../parts/names';

interface EntryWords {
  readonly request: PageRequest;
  readonly names: Names;
  readonly formats: Formats;
}

/** An entry in every language side by side: answer as each channel shows it, utterances, confusions, review. */
export function renderEntry({ entry, sides }: PreviewEntry, words: EntryWords): Html {
  const { request, formats } = words;
  const { t } = request;
  const about = [
    entry.id,
    t(`support-page:content.kind.${entry.kind}`),
    t('support-page:content.reviewed', { day: formats.day(entry.reviewed) }),
    t('support-page:content.reviewBy', { day: formats.day(entry.reviewBy) }),
    entry.source ?? '',
  ];
  return html`<article class="entry" id="${entry.id}">
    <p class="hint">${about.filter(Boolean).join(' · ')}</p>
    <div class="sides">${sides.map((side) => renderSide(side, words))}</div>
  </article>`;
}

function renderSide(side: PreviewSide, { request: { t, locale }, names }: EntryWords): Html {
  const channels = [...side.shown].map(
    ([name, shown]) =>
      html`<h3 lang="${locale}">${name}</h3>
        ${renderShown(shown)}`,
  );
  const confused = side.confusions.map(
    ({ text, other }) =>
      html`<li>
        ${text} → <a href="/support/content/${other}" lang="${locale}">${names.entry(other)}</a>
      </li>`,
  );
  return html`<section class="card" lang="${side.locale}">
    <h2>${side.question}</h2>
    ${
      channels.length > 0
        ? channels
        : html`<p class="nothing" lang="${locale}">${t('support-page:content.spoken')}</p>`
    }
    <details>
      <summary lang="${locale}">
        ${t('support-page:content.utterances', { count: side.utterances.length })}
      </summary>
      <ul>
        ${side.utterances.map((text) => html`<li>${text}</li>`)}
      </ul>
    </details>
    ${
      confused.length > 0 &&
      html`<details>
        <summary lang="${locale}">
          ${t('support-page:content.confusions', { count: confused.length })}
        </summary>
        <ul>
          ${confused}
        </ul>
      </details>`
    }
  </section>`;
}

/** The renderers of the preview escape what authors write. */
function renderShown({ markdown, card, buttons }: Shown): Html {
  return html`<div class="as-shown">
    ${markdown !== undefined && html`<div class="bubble">${new Html(renderMarkdown(markdown))}</div>`}
    ${card !== undefined && new Html(renderCard(card))}
    <div class="buttons">${buttons.map((title) => html`<span class="choice">${title}</span>`)}</div>
  </div>`;
}
