import type { ConversationEvent } from '../../core/conversation-event';

/** Port: where is noted what happens in conversations? */
export interface EventLog {
  /** Notes an event for good; an event that was noted already changes nothing. Order doesn't matter. */
  append(event: ConversationEvent): Promise<void>;
}
