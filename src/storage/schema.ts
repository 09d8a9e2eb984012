import type { Generated } from 'kysely';

/** Bot Framework state: one JSON document a key, guarded by an eTag. */
export interface StateTable {
  readonly key: string;
  readonly document: string;
  readonly etag: string;
  /** ISO 8601 instant from which it ages: that of its last change, or of the words in it. */
  readonly updated_at: string;
}

/** What was said in the last turns of a conversation: each turn's lines in one of a few places, redacted. */
export interface TurnLinesTable {
  /** Key of the conversation's document in `state`. */
  readonly conversation: string;
  readonly place: number;
  /** How many turns there were before it. */
  readonly turn: number;
  /** ISO 8601 instant. */
  readonly at: string;
  /** JSON. */
  readonly lines: string;
}

/** Migrations that have run, in order. */
export interface MigrationTable {
  readonly name: string;
  readonly applied_at: string;
}

/** A conversation of the embedded Direct Line. */
export interface DirectLineConversationTable {
  readonly id: string;
  readonly user_id: string;
  /** JSON of the signed-in visitor; null for an anonymous one. */
  readonly visitor: string | null;
  /** BCP 47 tag that the conversation started with. */
  readonly locale: string | null;
  /** Sequence number of the last activity; 0 before the first. */
  readonly last_sequence: number;
  readonly active_at: string;
  readonly ended_at: string | null;
}

/** An activity of a Direct Line conversation, from either side, in the order of its sequence number. */
export interface DirectLineActivityTable {
  readonly conversation_id: string;
  readonly sequence: number;
  /** The client's own id of a message, so that sending it twice stores it once. */
  readonly client_id: string | null;
  readonly document: string;
  /** ISO 8601 instant at which it was kept. */
  readonly at: string;
  /** `pending`, in old databases also `resumed`, until its turn is completed; null when there is nothing left to do. */
  readonly turn: 'pending' | 'resumed' | null;
  /** How often its turn was taken over from a process that left it open. */
  readonly takeovers: Generated<number>;
}

/** Keys that the embedded Direct Line made for itself. */
export interface DirectLineKeyTable {
  readonly name: string;
  readonly value: string;
}

/** Visitor tokens that were exchanged and must not be accepted again. */
export interface UsedVisitorTokenTable {
  readonly id: string;
  readonly expires_at: string;
}

/** Tickets of the support desk. */
export interface TicketTable {
  readonly number: number;
  /** Idempotency key of the draft. */
  readonly key: string;
  readonly person: string;
  readonly channel: string;
  readonly language: string;
  readonly status: string;
  readonly subject: string;
  readonly details: string;
  readonly email: string | null;
  /** Why it came, as in the packet; null in old databases. */
  readonly reason: string | null;
  /** JSON of the packet. */
  readonly packet: string;
  /** JSON of the conversation reference. */
  readonly reference: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** What must still reach a ticket backend or a person; kept when done. */
export interface OutboxTable {
  readonly id: string;
  readonly ticket: number;
  readonly kind: string;
  /** JSON of the change, for kind `change`. */
  readonly document: string;
  readonly attempts: number;
  readonly created_at: string;
  /** When to try next; null when there is nothing left to do. */
  readonly due_at: string | null;
  readonly done_at: string | null;
  readonly backend_reference: string | null;
  readonly last_error: string | null;
}

/** What happened in conversations: everything the ledger is computed from. */
export interface EventTable {
  readonly id: string;
  readonly conversation: string;
  readonly person: string;
  readonly at: string;
  /** JSON of the event. */
  readonly document: string;
}

/** Conversations whose visits are not yet computed from all their events. */
export interface DueVisitTable {
  readonly conversation: string;
  /** Instant of the event for which it was noted last. */
  readonly since: string;
}

/** Projection of the events: conversations as the ledger counts them. */
export interface VisitTable {
  readonly id: string;
  readonly conversation: string;
  readonly person: string;
  readonly channel: string;
  readonly language: string;
  /** Calendar date on which it began, in the partners' time zone. */
  readonly day: string;
  readonly started_at: string;
  readonly last_at: string;
  /** When it has been silent for long enough to be over. */
  readonly closes_at: string;
  readonly verdict: string;
  readonly taken_back_at: string | null;
  /** How it ends, from `settled_at` on. */
  readonly outcome: string;
  readonly settled_at: string;
  /** JSON list of the entries that it was about. */
  readonly asked: string;
}

/** Projection of the events: answers shown, with what was said of them. */
export interface ShownAnswerTable {
  /** Id of the `answered` event. */
  readonly id: string;
  readonly visit: string;
  readonly conversation: string;
  readonly entry: string;
  readonly language: string;
  readonly channel: string;
  readonly day: string;
  readonly at: string;
  /** 1 or 0; null when nobody said. */
  readonly helped: number | null;
  readonly comment: string | null;
  /** Outcome of its visit, from `settled_at` on. */
  readonly outcome: string;
  readonly settled_at: string;
  /** 1 for the first answer of its entry in its visit, else 0: counts conversations. */
  readonly is_first: number;
}

/** Where a person can be written to in private: the Bot Framework's conversation reference. */
export interface ConversationReferenceTable {
  /** See `personKey`. */
  readonly person: string;
  /** JSON. */
  readonly reference: string;
  readonly updated_at: string;
}

/** Questions that found no answer. */
export interface UnansweredQuestionTable {
  readonly id: string;
  readonly at: string;
  readonly conversation: string;
  readonly person: string;
  readonly channel: string;
  readonly language: string;
  /** Redacted. */
  readonly text: string;
  readonly reason: string;
  /** JSON list of the nearest entries with scores. */
  readonly candidates: string;
  readonly content_version: string;
  /** When a supporter has dealt with it; null while it waits. */
  readonly settled_at: string | null;
  readonly settled_by: string | null;
  /** Id of the change that it was put into, or `dismissed`. */
  readonly settled_as: string | null;
  /** JSON of what was found out in the background. */
  readonly second_opinion: string | null;
  /** How often that was tried, and when it was over. */
  readonly looks: Generated<number>;
  readonly looked_at: string | null;
}

/** Utterances that a supporter wants an entry to have, and what became of that. */
export interface LearningChangeTable {
  readonly id: string;
  readonly language: string;
  readonly entry: string;
  /** JSON list of texts. */
  readonly utterances: string;
  readonly state: string;
  /** JSON of what the trial showed; null before it is over. */
  readonly trial: string | null;
  /** JSON list of who did what and when. */
  readonly history: string;
  readonly created_at: string;
}

/** Supporters who are signed in to the support page. */
export interface SupportSessionTable {
  /** Hash of the token that the browser holds. */
  readonly id: string;
  readonly supporter: string;
  readonly name: string;
  readonly expires_at: string;
}

/** How late it was by the clock that things are deleted by, when it was looked at last. One row. */
export interface ClockTable {
  readonly name: string;
  readonly at: string;
}

/** All tables. Times are ISO 8601 instants in UTC; JSON is text, so that SQLite and PostgreSQL agree. */
export interface Schema {
  readonly migration: MigrationTable;
  readonly state: StateTable;
  readonly turn_lines: TurnLinesTable;
  readonly direct_line_conversation: DirectLineConversationTable;
  readonly direct_line_activity: DirectLineActivityTable;
  readonly direct_line_key: DirectLineKeyTable;
  readonly conversation_reference: ConversationReferenceTable;
  readonly used_visitor_token: UsedVisitorTokenTable;
  readonly ticket: TicketTable;
  readonly outbox: OutboxTable;
  readonly event: EventTable;
  readonly due_visit: DueVisitTable;
  readonly visit: VisitTable;
  readonly shown_answer: ShownAnswerTable;
  readonly unanswered_question: UnansweredQuestionTable;
  readonly learning_change: LearningChangeTable;
  readonly support_session: SupportSessionTable;
  readonly clock: ClockTable;
}
