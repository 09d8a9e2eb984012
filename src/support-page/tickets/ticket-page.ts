import { z } from 'zod';
import {
  NOBODY,
  TICKET_STATUSES,
  ticketName,
  ticketNumberIn,
  type Ticket,
  type TicketStatus,
} from '../../core/ticket';
import type { OutboxStore } from '../../support/tickets/outbox-store';
import type { TicketStore } from '../../support/tickets/ticket-store';
import type { Page, PageAnswer, PageRequest, Reading } from '../page';
import { createFormats } from '../parts/formats';
import type { Names } from '../parts/names';
import { renderTicket, type TicketNotice } from './render-ticket';

export interface TicketPageOptions {
  readonly tickets: Pick<TicketStore, 'find' | 'change'>;
  readonly jobs: Pick<OutboxStore, 'deliveries' | 'changes'>;
  readonly namesIn: (reading: Reading) => Names;
  /** IANA name. */
  readonly timeZone: string;
}

const changeForm = z.object({
  status: z.enum(TICKET_STATUSES),
  note: z.string().trim().max(2000),
});

/** One ticket with all that came with it, and the change of its status, which reaches the person on their channel. */
export function ticketPage(options: TicketPageOptions): Page {
  const show = async (request: PageRequest, notice?: TicketNotice): Promise<PageAnswer> => {
    const ticket = await find(options, request);
    if (ticket === undefined) return { show: 'missing' };
    const [deliveries, changes] = await Promise.all([
      options.jobs.deliveries([ticket.number]),
      options.jobs.changes(ticket.number),
    ]);
    const body = renderTicket({
      ...{ ticket, changes, request, notice, delivery: deliveries.get(ticket.number) },
      names: options.namesIn(request),
      formats: createFormats(request.locale, options.timeZone),
    });
    const status = notice === undefined || notice === 'changed' ? undefined : 400;
    return { show: 'page', title: ticketName(ticket), body, status };
  };
  return {
    path: '/tickets/:number',
    read: (request) =>
      show(request, request.query.get('done') === 'changed' ? 'changed' : undefined),
    async change(request) {
      const ticket = await find(options, request);
      if (ticket === undefined || ticket.person === NOBODY) return { show: 'missing' };
      const form = changeForm.safeParse(Object.fromEntries(request.form));
      if (!form.success) return show(request, 'unreadable');
      const { status, note } = form.data;
      if (!isNews(ticket, status, note)) return show(request, 'unchanged');
      const by = request.supporter.id;
      await options.tickets.change(ticket.number, { status, by, ...(note !== '' && { note }) });
      return { show: 'redirect', to: `/tickets/${ticketName(ticket)}?done=changed` };
    },
  };
}

/** A second click is no second change. Whoever is waited for may be written to again. */
function isNews(ticket: Ticket, status: TicketStatus, note: string): boolean {
  return status !== ticket.status || (status === 'waiting' && note !== '');
}

async function find(
  { tickets }: TicketPageOptions,
  { params }: PageRequest,
): Promise<Ticket | undefined> {
  const number = ticketNumberIn(params['number'] ?? '');
  return number === undefined ? undefined : tickets.find(number);
}
