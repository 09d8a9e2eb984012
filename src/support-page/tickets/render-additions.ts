import { html, type Html } from '../html';
import type { ShownTicket } from './render-ticket';

/** What the person has written to a ticket since it was sent, the latest last; each with whether the desk has it. */
export function renderAdditions({
  additions,
  ticket,
  request: { t },
  formats,
}: ShownTicket): Html | undefined {
  const kept = additions.filter(({ text }) => text !== undefined);
  if (kept.length === 0) return undefined;
  const items = kept.map(({ text, at, deliveredAt, attempts }) => {
    const state =
      deliveredAt === undefined
        ? t('support-page:tickets.addedState.waiting', { count: attempts })
        : t('support-page:tickets.addedState.here', { at: formats.instant(deliveredAt) });
    return html`<li>
      <p class="hint"><time datetime="${at}">${formats.instant(at)}</time></p>
      <p class="said" lang="${ticket.language}">${text}</p>
      <p class="hint">${state}</p>
    </li>`;
  });
  return html`<section class="card">
    <h2>${t('support-page:tickets.added')}</h2>
    <ol class="changes">
      ${items}
    </ol>
  </section>`;
}
