import type { Content } from '../../content/content';
import { fold } from '../../content/fold';
import { ticketNumberIn } from '../../core/ticket';
import type { Recorder } from '../recorder';
import type { TicketWords } from '../ticket-words';
import type { Respond } from './response';
import { offerTicket } from './ticket-offer';
import type { TicketStatusResponse } from './ticket-status-response';

/** Someone asks for a person: shows their ticket if they ask for it, opens one if they ask for that, else offers one. */
export function createHumanResponse(parts: {
  readonly content: Content;
  readonly recorder: Recorder;
  readonly words: TicketWords;
  readonly status: TicketStatusResponse;
}): Respond {
  const { content, recorder, words, status } = parts;
  return async (turn, part) => {
    const said = fold(turn.utterance).split(' ');
    const namesTicket = said.some((word) => words.ticket.includes(word));
    const wantsNew = said.some((word) => words.open.includes(word));
    if (namesTicket && !wantsNew && (await status.hasTicket(turn)))
      return status.say(turn, ticketNumberIn(turn.utterance));
    await recorder.askedForPerson(turn);
    if (namesTicket && wantsNew) return { ticket: 'asked' };
    return offerTicket(turn, { content, reason: 'asked', about: part });
  };
}
