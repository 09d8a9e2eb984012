import type { TicketBackend } from './ticket-backend';

/** The embedded desk: what is saved is there already, on the support page. */
export const deskBackend: TicketBackend = {
  name: 'desk',
  deliver: () => Promise.resolve({ stays: true }),
  add: () => Promise.resolve({ stays: true }),
};
