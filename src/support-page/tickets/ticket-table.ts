import { ticketName } from '../../core/ticket';
import type { TicketLine } from '../../support/tickets/ticket-search-store';
import type { Reading } from '../page';
import type { Names } from '../parts/names';
import { createTable, type ColumnKind, type Table } from '../parts/table';

/** Tickets as a table, for the page and as a file. */
export function createTicketTable(
  tickets: readonly TicketLine[],
  { t, names }: Pick<Reading, 't'> & { readonly names: Names },
): Table {
  const column = (
    name: string,
    kind: ColumnKind,
    of: (ticket: TicketLine) => string | undefined,
  ) => ({ label: t(`support-page:tickets.column.${name}`), kind, of });
  const address = (ticket: TicketLine) => `/support/tickets/${ticketName(ticket)}`;
  return createTable(
    { name: 'tickets', caption: t('support-page:nav.tickets') },
    [
      { ...column('number', 'text', ticketName), link: address },
      column('subject', 'text', ({ subject }) => subject || t('support-page:tickets.erased')),
      column('status', 'text', ({ status, isAnswered }) => {
        const name = t(`support-page:tickets.status.${status}`);
        return isAnswered ? t('support-page:tickets.answered', { status: name }) : name;
      }),
      column('language', 'text', ({ language }) => names.language(language)),
      column('channel', 'text', ({ channel }) => names.channel(channel)),
      column('created', 'instant', ({ createdAt }) => createdAt),
      column('updated', 'instant', ({ updatedAt }) => updatedAt),
    ],
    tickets,
  );
}
