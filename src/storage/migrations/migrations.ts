import type { Kysely } from 'kysely';
import { createState } from './001-state';
import { createDirectLine } from './010-direct-line';
import { createTickets } from './020-tickets';
import { createLedger } from './021-ledger';
import { addSettledOutcomes } from './022-settled-outcomes';
import { createConversationReferences } from './030-conversation-references';
import { addActivityInstants } from './040-activity-instants';
import { createUnanswered } from './050-unanswered';
import { createSupportSessions } from './060-support-sessions';
import { countTakeovers } from './070-turn-takeovers';
import { addSecondOpinions } from './080-second-opinions';
import { addDueVisits } from './090-due-visits';
import { addTicketReasons } from './100-ticket-reasons';
import { createTurnLines } from './110-turn-lines';
import { unwrapDialogs } from './120-plain-dialogs';
import { createClock } from './130-clock';

/** One step of the schema; runs once, inside a transaction. */
export type Migration = (database: Kysely<unknown>) => Promise<void>;

/** Every migration in the order in which it runs. Append only: what has run somewhere never changes. */
export const MIGRATIONS: readonly (readonly [name: string, up: Migration])[] = [
  ['001-state', createState],
  ['010-direct-line', createDirectLine],
  ['020-tickets', createTickets],
  ['021-ledger', createLedger],
  ['022-settled-outcomes', addSettledOutcomes],
  ['030-conversation-references', createConversationReferences],
  ['040-activity-instants', addActivityInstants],
  ['050-unanswered', createUnanswered],
  ['060-support-sessions', createSupportSessions],
  ['070-turn-takeovers', countTakeovers],
  ['080-second-opinions', addSecondOpinions],
  ['090-due-visits', addDueVisits],
  ['100-ticket-reasons', addTicketReasons],
  ['110-turn-lines', createTurnLines],
  ['120-plain-dialogs', unwrapDialogs],
  ['130-clock', createClock],
];
