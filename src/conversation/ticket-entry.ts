import type { EntryId } from '../core/entry';

/** The entry that everything about tickets belongs to. */
export const TICKET_ENTRY: EntryId = 'support.human';
