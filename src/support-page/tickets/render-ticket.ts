import { NOBODY, TICKET_STATUSES, ticketName, type Ticket } from '../../core/ticket';
import type { DeliveryState, NotedAddition, NotedChange } from '../../support/tickets/outbox-store';
import { html, type Html } from '../html';
import type { PageRequest } from '../page';
import type { Formats } from '../parts/formats';
import type { Names } from '../parts/names';
import { renderAdditions } from './render-additions';
import { renderPacket } from './render-packet';

/**
 * What has just happened to a form: `unchanged` when it would have told the person nothing new, `overtaken` when somebody
 * had changed the ticket since the form was opened.
 */
export type TicketNotice = 'changed' | 'unchanged' | 'unreadable' | 'overtaken';

export interface ShownTicket {
  readonly ticket: Ticket;
  readonly delivery: DeliveryState | undefined;
  readonly changes: readonly NotedChange[];
  readonly additions: readonly NotedAddition[];
  readonly request: PageRequest;
  readonly names: Names;
  readonly formats: Formats;
  readonly notice?: TicketNotice | undefined;
  /** A message that was written and not sent. */
  readonly written: string;
}

/** A ticket as those who work on it need it: what it says, what came with it, what to do. */
export function renderTicket(shown: ShownTicket): Html {
  const { ticket, request, notice } = shown;
  const { t } = request;
  const isErased = ticket.person === NOBODY;
  return html`<p class="back"><a href="/support/tickets">${t('support-page:nav.tickets')}</a></p>
    <h1 class="ticket-name">
      <span>${ticketName(ticket)}</span>
      <bdi lang="${ticket.language}">${ticket.subject || t('support-page:tickets.erased')}</bdi>
    </h1>
    ${
      notice &&
      html`<p class="notice ${notice === 'changed' ? 'good' : 'bad'}" role="status">
        ${t(`support-page:tickets.notice.${notice}`)}
      </p>`
    }
    <div class="ticket">
      <div>
        ${
          ticket.details !== '' &&
          html`<section class="card">
            <h2>${t('support-page:tickets.details')}</h2>
            <p class="said" lang="${ticket.language}">${ticket.details}</p>
          </section>`
        }
        ${renderAdditions(shown)} ${renderPacket(shown)}
      </div>
      <div>
        ${isErased ? undefined : renderForm(shown)} ${renderFacts(shown)} ${renderChanges(shown)}
      </div>
    </div>`;
}

function renderForm({ ticket, request: { t, formKey }, names, written }: ShownTicket): Html {
  const statuses = TICKET_STATUSES.map(
    (status) =>
      html`<option value="${status}" ${status === ticket.status && html`selected`}>
        ${t(`support-page:tickets.status.${status}`)}
      </option>`,
  );
  return html`<section class="card">
    <h2>${t('support-page:tickets.change.title')}</h2>
    <form class="change" method="post" action="/support/tickets/${ticketName(ticket)}">
      ${formKey}
      <input type="hidden" name="seenStatus" value="${ticket.status}" />
      <input type="hidden" name="seenAt" value="${ticket.updatedAt}" />
      <label for="status">${t('support-page:tickets.column.status')}</label>
      <select id="status" name="status">
        ${statuses}
      </select>
      <label for="note">${t('support-page:tickets.change.note')}</label>
      <textarea id="note" name="note" rows="4" maxlength="2000" aria-describedby="note-hint">
${written}</textarea>
      <p id="note-hint" class="hint">
        ${t('support-page:tickets.change.hint', { language: names.language(ticket.language) })}
      </p>
      <button>${t('support-page:tickets.change.submit')}</button>
    </form>
  </section>`;
}

function renderFacts({ ticket, delivery, request: { t }, names, formats }: ShownTicket): Html {
  const { email, packet } = ticket;
  const facts: readonly (readonly [name: string, value: Html | string])[] = [
    ['status', t(`support-page:tickets.status.${ticket.status}`)],
    ['created', formats.instant(ticket.createdAt)],
    ['reason', t(`support-page:tickets.reason.${packet.reason}`)],
    ['email', email === undefined ? '–' : renderEmail(email, t)],
    ['language', names.language(ticket.language)],
    ['channel', names.channel(ticket.channel)],
    ['delivered', deliveryWords(t, delivery)],
    ['version', packet.contentVersion || '–'],
  ];
  const people = `/support/people?${new URLSearchParams({ name: ticketName(ticket) }).toString()}`;
  return html`<section class="card">
    <h2>${t('support-page:tickets.facts')}</h2>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${t(`support-page:tickets.column.${name}`)}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${ticket.person !== NOBODY && html`<p><a href="${people}">${t('support-page:tickets.people')}</a></p>`}
  </section>`;
}

/** Letters of another script may look like ours, and make the address one of somebody else. */
function renderEmail(email: string, t: PageRequest['t']): Html {
  const foreign = new Set(email.match(/(?![A-Za-z\u00c0-\u024f])\p{L}/gu));
  return html`<a href="mailto:${encodeURIComponent(email).replace('%40', '@')}">${email}</a> ${
      foreign.size > 0 &&
      html`<span class="hint">
        ${t('support-page:tickets.foreignLetters', { letters: [...foreign].join(' ') })}
      </span>`
    }`;
}

function deliveryWords(t: PageRequest['t'], delivery: DeliveryState | undefined): string {
  if (delivery?.isDelivered === true)
    return delivery.reference === undefined
      ? t('support-page:tickets.delivery.here')
      : t('support-page:tickets.delivery.there', { reference: delivery.reference });
  return t('support-page:tickets.delivery.waiting', { count: delivery?.attempts ?? 0 });
}

function renderChanges({ changes, request: { t }, formats }: ShownTicket): Html | undefined {
  if (changes.length === 0) return undefined;
  const items = changes.map(({ change, at, toldAt, attempts }) => {
    const told =
      toldAt === undefined
        ? t('support-page:tickets.told.not', { count: attempts })
        : t('support-page:tickets.told.yes', { at: formats.instant(toldAt) });
    return html`<li>
      <p>
        <strong>${change ? t(`support-page:tickets.status.${change.status}`) : '–'}</strong>
        ${formats.instant(at)}
      </p>
      ${change?.note !== undefined && html`<p class="said">${change.note}</p>`}
      ${change && html`<p class="hint">${told}</p>`}
    </li>`;
  });
  return html`<section class="card">
    <h2>${t('support-page:tickets.changes')}</h2>
    <ol class="changes">
      ${items}
    </ol>
  </section>`;
}
