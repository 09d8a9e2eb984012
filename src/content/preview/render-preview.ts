import type { PreviewEntry, PreviewSide, Shown } from './preview';
import { PREVIEW_STYLE } from './preview-style';
import { renderCard } from './render-card';
import { escapeHtml } from '../../core/escape-html';
import { renderMarkdown } from './render-markdown';

/** Asks the server for news and loads the page again when a file has changed. */
export const REFRESH = `<script>new EventSource('changes').onmessage = () => location.reload();</script>`;

/** Paper shows what is folded away on screen. */
const UNFOLD = `<script>onbeforeprint = () => document.querySelectorAll('details').forEach((list) => { list.open = true; });</script>`;

/** The preview as one page of HTML, printable; `live` for a page that refreshes itself. */
export function renderPreview(
  entries: readonly PreviewEntry[],
  { live }: { live: boolean },
): string {
  const list = entries.map(({ entry: { id } }) => `<li><a href="#${id}">${id}</a></li>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Content preview</title>
<style>${PREVIEW_STYLE}</style>
</head>
<body>
<nav><ul>${list}</ul></nav>
<main>
${entries.map(renderEntry).join('\n')}
</main>
${UNFOLD}
${live ? REFRESH : ''}
</body>
</html>
`;
}

function renderEntry({ entry, sides }: PreviewEntry): string {
  const { id, kind, reviewed, reviewBy, source = '' } = entry;
  const about = [kind, `reviewed ${reviewed}`, `review by ${reviewBy}`, source].filter(Boolean);
  return `<article id="${id}">
<h2>${id}</h2>
<p class="about">${escapeHtml(about.join(' · '))}</p>
<div class="sides">${sides.map(renderSide).join('')}</div>
</article>`;
}

function renderSide({ locale, question, shown, utterances, confusions }: PreviewSide): string {
  const channels = [...shown].map(
    ([name, what]) => `<h4 lang="en">${escapeHtml(name)}</h4>${renderShown(what)}`,
  );
  const confused = confusions.map(
    ({ text, other }) => `<li>“${escapeHtml(text)}” → <a href="#${other}">${other}</a></li>`,
  );
  return `<section lang="${locale}">
<h3>${escapeHtml(question)}</h3>
${channels.join('\n')}
<details lang="en"><summary>${utterances.length} utterances</summary><ul lang="${locale}">${utterances.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul></details>
<details lang="en"><summary>${confusions.length} taken for another entry</summary><ul lang="${locale}">${confused.join('')}</ul></details>
</section>`;
}

function renderShown({ markdown, card, buttons }: Shown): string {
  const text =
    markdown === undefined ? '' : `<div class="bubble">${renderMarkdown(markdown)}</div>`;
  const choices = buttons.map((title) => `<span class="button">${escapeHtml(title)}</span>`);
  return `${text}${card === undefined ? '' : renderCard(card)}<div class="buttons">${choices.join('')}</div>`;
}
