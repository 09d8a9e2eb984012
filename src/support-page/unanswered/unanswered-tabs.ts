import { html, type Html } from '../html';
import type { PageRequest } from '../page';
import { createFormats } from '../parts/formats';
import type { UnansweredOptions } from './unanswered-options';

/** The language whose questions are asked for; the reader's own unless the address names another. */
export function languageOf(
  { query, language }: Pick<PageRequest, 'query' | 'language'>,
  { content }: Pick<UnansweredOptions, 'content'>,
): string {
  const named = query.get('language');
  return named !== null && content.in.has(named) ? named : language;
}

/** Tabs of the languages with how many questions wait in each, and of the changes. */
export async function renderUnansweredTabs(
  request: PageRequest,
  current: string,
  { learning, content, namesIn, timeZone }: UnansweredOptions,
): Promise<Html> {
  const counts = await learning.questions.counts();
  const formats = createFormats(request.locale, timeZone);
  const names = namesIn(request);
  const tab = (name: string, { href, label }: { href: string; label: Html | string }) =>
    html`<li><a href="${href}" ${name === current && html`aria-current="true"`}>${label}</a></li>`;
  const languages = content.languages.map((language) =>
    tab(language, {
      href: `/support/unanswered?language=${language}`,
      label: html`${names.language(language)}
        <span>${formats.count(counts.get(language) ?? 0)}</span>`,
    }),
  );
  return html`<ul class="tabs">
    ${languages}
    ${tab('changes', {
      href: '/support/unanswered/changes',
      label: request.t('support-page:unanswered.changes'),
    })}
  </ul>`;
}
