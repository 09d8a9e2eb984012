import type { ConversationEvent } from '../core/conversation-event';
import type { RewriteEvents } from '../support/outcomes/ledger-store';

/**
 * Moves what some people did in a conversation to a conversation and a person that lead to nobody, without their words:
 * the figures stay what they were.
 */
export function withoutPeople(
  people: readonly string[],
  anonymous: { readonly person: string; readonly conversation: string },
): RewriteEvents {
  return (events) => {
    const own = events.filter(({ person }) => people.includes(person));
    const ids = new Map(
      own.map(({ id }, place) => [id, JSON.stringify([anonymous.conversation, '', place])]),
    );
    const idOf = (id: string) => ids.get(id) ?? id;
    return events.map((event) =>
      own.includes(event) ? { ...bare(event, idOf), ...anonymous, id: idOf(event.id) } : event,
    );
  };
}

/** Leaves out the words of what happened before an instant; ratings, entries and times stay. */
export function withoutWordsBefore(instant: string): RewriteEvents {
  return (events) =>
    events.map((event) => (event.at < instant && hasWords(event) ? bare(event) : event));
}

/** Leaves out what happened before an instant. */
export function since(instant: string): RewriteEvents {
  return (events) => events.filter(({ at }) => at >= instant);
}

function hasWords(event: ConversationEvent): boolean {
  return (
    (event.type === 'missed' && event.question !== '') ||
    (event.type === 'commented' && event.comment !== '')
  );
}

/** An event without words, its references renamed. Each type says here what it holds of a person. */
function bare(event: ConversationEvent, idOf?: (id: string) => string): ConversationEvent {
  const renamed = (id: string) => idOf?.(id) ?? id;
  switch (event.type) {
    case 'missed':
      return { ...event, question: '' };
    case 'commented':
      return { ...event, comment: '', answer: renamed(event.answer) };
    case 'rated':
      return { ...event, answer: renamed(event.answer) };
    // A ticket's number leads back to the ticket.
    case 'ticketed':
      return { ...event, ticket: idOf === undefined ? event.ticket : 0 };
    case 'answered':
    case 'clarified':
    case 'served':
    case 'person-asked':
      return event;
  }
}
