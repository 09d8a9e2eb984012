import type { TicketBackend } from './ticket-backend';

/** The embedded desk: a ticket that is saved is there already, on the support page. */
export const deskBackend: TicketBackend = {
  name: 'desk',
  deliver: () => Promise.resolve({}),
};
