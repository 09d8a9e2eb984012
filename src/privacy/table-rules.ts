import type { Schema } from '../storage/schema';

/** What kind of id says whose a row is: see {@link Person}. */
export type OwnerKind = 'person' | 'conversation' | 'state' | 'ticket' | 'visit';

/** How long rows are kept: with people's words, as figures without words, or until an instant that they name. */
export type Keeping = 'transcripts' | 'outcomes' | 'own';

/** What a table holds of people, and what becomes of it. */
export interface TableRule {
  /** What its rows hold, for docs/security.md. */
  readonly holds: string;
  /** The column that says whose a row is; absent where rows are nobody's. */
  readonly owner?: readonly [column: string, kind: OwnerKind];
  /** What erasing a person does: deletes the rows, or leaves figures that lead to nobody. */
  readonly erased: 'deleted' | 'anonymous' | 'holds nobody';
  /** The column with the instant from which rows age; absent where they don't age by themselves. */
  readonly ages?: readonly [column: string, keeping: Keeping];
}

/**
 * Every table, and how it keeps, shows and forgets people. The compiler asks for a table that is missing here, and a
 * test holds the list against the tables of a real database.
 */
export const TABLE_RULES: Readonly<Record<keyof Schema, TableRule>> = {
  migration: { holds: 'which steps of the schema have run', erased: 'holds nobody' },
  state: {
    holds: 'what a conversation is about: language, last question, open dialog',
    owner: ['key', 'state'],
    erased: 'deleted',
    ages: ['updated_at', 'transcripts'],
  },
  turn_lines: {
    holds: 'what was said in the last turns of a conversation, redacted',
    owner: ['conversation', 'state'],
    erased: 'deleted',
    ages: ['at', 'transcripts'],
  },
  direct_line_conversation: {
    holds: 'conversations of the chat page: user id, and who a host site vouches for',
    owner: ['id', 'conversation'],
    erased: 'deleted',
    ages: ['active_at', 'transcripts'],
  },
  direct_line_activity: {
    holds: 'what was said there, by the person in redacted form',
    owner: ['conversation_id', 'conversation'],
    erased: 'deleted',
    ages: ['at', 'transcripts'],
  },
  direct_line_key: { holds: 'the key that signs chat tokens', erased: 'holds nobody' },
  conversation_reference: {
    holds: 'where a person can be written to: ids of the channel, display name',
    owner: ['person', 'person'],
    erased: 'deleted',
    ages: ['updated_at', 'outcomes'],
  },
  used_visitor_token: {
    holds: 'hashes of tokens that were used',
    erased: 'holds nobody',
    ages: ['expires_at', 'own'],
  },
  ticket: {
    holds: 'tickets: redacted words, the e-mail address given for it, a redacted transcript',
    owner: ['person', 'person'],
    erased: 'anonymous',
    ages: ['updated_at', 'outcomes'],
  },
  outbox: {
    holds: 'what must reach a desk or a person about a ticket',
    owner: ['ticket', 'ticket'],
    erased: 'anonymous',
    ages: ['created_at', 'outcomes'],
  },
  event: {
    holds:
      'what happened: entries answered, ratings, redacted questions without answer and comments',
    owner: ['person', 'person'],
    erased: 'anonymous',
    ages: ['at', 'outcomes'],
  },
  due_visit: {
    holds: 'conversations whose events are still to be counted, for seconds',
    owner: ['conversation', 'conversation'],
    erased: 'deleted',
    ages: ['since', 'outcomes'],
  },
  visit: {
    holds: 'how conversations ended, worked out from the events',
    owner: ['person', 'person'],
    erased: 'anonymous',
    ages: ['last_at', 'outcomes'],
  },
  shown_answer: {
    holds: 'answers shown and how they were rated, worked out from the events',
    owner: ['visit', 'visit'],
    erased: 'anonymous',
    ages: ['at', 'outcomes'],
  },
  unanswered_question: {
    holds: 'redacted questions that found no answer, until a supporter settles them',
    owner: ['person', 'person'],
    erased: 'deleted',
    ages: ['at', 'transcripts'],
  },
  learning_change: {
    holds: 'wordings that supporters teach the bot, and which supporter did what',
    erased: 'holds nobody',
    ages: ['created_at', 'outcomes'],
  },
  support_session: {
    holds: 'which supporters are signed in to the support page: account id and name',
    erased: 'holds nobody',
    ages: ['expires_at', 'own'],
  },
  clock: {
    holds: 'how late it was when something was last deleted by age',
    erased: 'holds nobody',
  },
};
