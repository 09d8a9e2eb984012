import { z } from 'zod';
import {
  NOBODY,
  TICKET_STATUSES,
  ticketName,
  ticketNumberIn,
  type Ticket,
  type TicketStatus,
} from '../../core/ticket';
import type { Redactor } from '../../privacy/redactor';
import type { TicketChange } from '../../support/tickets/person-notifier';
import type { OutboxStore } from '../../support/tickets/outbox-store';
import type { TicketStore } from '../../support/tickets/ticket-store';
import type { Page, PageAnswer, PageRequest, Reading } from '../page';
import { createFormats } from '../parts/formats';
import type { Names } from '../parts/names';
import { renderTicket, type TicketNotice } from './render-ticket';

export interface TicketPageOptions {
  readonly tickets: Pick<TicketStore, 'find' | 'change'>;
  readonly jobs: Pick<OutboxStore, 'deliveries' | 'changes' | 'additions'>;
  /** Applied to what a supporter writes, before it is kept and sent. */
  readonly redactor: Redactor;
  readonly namesIn: (reading: Reading) => Names;
  /** IANA name. */
  readonly timeZone: string;
}

const changeForm = z.object({
  status: z.enum(TICKET_STATUSES),
  note: z.string().trim().max(2000),
  /** The ticket as the form was made for it. */
  seenStatus: z.enum(TICKET_STATUSES),
  seenAt: z.string(),
});

/** HTTP statuses of pages that say what became of a form. */
const STATUSES = { changed: undefined, unchanged: 400, unreadable: 400, overtaken: 409 } as const;

/** One ticket with all that came with it, and the change of its status, which reaches the person on their channel. */
export function ticketPage(options: TicketPageOptions): Page {
  const show = async (
    request: PageRequest,
    notice?: TicketNotice,
    written = '',
  ): Promise<PageAnswer> => {
    const ticket = await find(options, request);
    if (ticket === undefined) return { show: 'missing' };
    const [deliveries, changes, additions] = await Promise.all([
      options.jobs.deliveries([ticket.number]),
      options.jobs.changes(ticket.number),
      options.jobs.additions(ticket.number),
    ]);
    const body = renderTicket({
      ...{ ticket, changes, additions, request, notice, written },
      delivery: deliveries.get(ticket.number),
      names: options.namesIn(request),
      formats: createFormats(request.locale, options.timeZone),
    });
    return { show: 'page', title: ticketName(ticket), body, status: notice && STATUSES[notice] };
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
      const { status, seenStatus, seenAt } = form.data;
      const note = await options.redactor.redact(form.data.note);
      const seen = { status: seenStatus, updatedAt: seenAt };
      if (!isNews(seen.status, status, note)) return show(request, 'unchanged', note);
      const change: TicketChange = {
        status,
        by: request.supporter.id,
        ...(note !== '' && { note }),
      };
      const changed = await options.tickets.change(ticket.number, change, seen);
      if (changed === undefined && !(await isLatest(options, ticket.number, change)))
        return show(request, 'overtaken', note);
      return { show: 'redirect', to: `/tickets/${ticketName(ticket)}?done=changed` };
    },
  };
}

/** A change that tells nothing is none. Whoever is waited for may be written to again. */
function isNews(before: TicketStatus, status: TicketStatus, note: string): boolean {
  return status !== before || (status === 'waiting' && note !== '');
}

/** Whether a change is the one that a ticket has just had: a second click of the same form. */
async function isLatest(
  { jobs }: TicketPageOptions,
  number: number,
  { status, by, note }: TicketChange,
): Promise<boolean> {
  const latest = (await jobs.changes(number)).at(-1)?.change;
  return latest?.status === status && latest.by === by && latest.note === note;
}

async function find(
  { tickets }: TicketPageOptions,
  { params }: PageRequest,
): Promise<Ticket | undefined> {
  const number = ticketNumberIn(params['number'] ?? '');
  return number === undefined ? undefined : tickets.find(number);
}
