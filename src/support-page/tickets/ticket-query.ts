import { z } from 'zod';
import { TICKET_STATUSES, type TicketStatus } from '../../core/ticket';
import type { TicketSearch } from '../../support/tickets/ticket-search-store';

/** The tabs above the list: what is still to be done, each status by itself, everything. */
export const TABS = ['unsolved', ...TICKET_STATUSES, 'all'] as const;
export type Tab = (typeof TABS)[number];

/** What the list is asked to show, as its address says it. */
export interface TicketQuery {
  readonly tab: Tab;
  readonly language: string | undefined;
  readonly channel: string | undefined;
  readonly text: string;
  readonly before: number | undefined;
}

const tabSchema = z.enum(TABS).catch('unsolved');
/** Numbers are integers of the database. */
const beforeSchema = z.coerce.number().pipe(z.int32().positive()).optional().catch(undefined);
const LONGEST_TEXT = 100;

/** Reads an address; what makes no sense in it is left out. */
export function readTicketQuery(query: URLSearchParams): TicketQuery {
  const given = (name: string) => {
    const value = query.get(name)?.trim().slice(0, LONGEST_TEXT) ?? '';
    return value === '' ? undefined : value;
  };
  return {
    tab: tabSchema.parse(query.get('tab')),
    language: given('language'),
    channel: given('channel'),
    text: given('text') ?? '',
    before: beforeSchema.parse(query.get('before') ?? undefined),
  };
}

/** The address that asks for it. */
export function toAddress(query: TicketQuery, path = '/support/tickets'): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries<string | number | undefined>({ ...query }))
    if (value !== undefined && value !== '' && value !== TABS[0])
      parameters.set(name, String(value));
  return parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
}

/** The statuses that a tab shows. */
export function statusesOf(tab: Tab): readonly TicketStatus[] | undefined {
  if (tab === 'all') return undefined;
  return tab === 'unsolved' ? TICKET_STATUSES.filter((status) => status !== 'solved') : [tab];
}

/** What to look for in the store. */
export function toSearch(query: TicketQuery, limit: number): TicketSearch {
  const { tab, ...rest } = query;
  return { ...rest, statuses: statusesOf(tab), limit };
}
