import type { Content } from '../../content/content';
import type { RecognizedPart } from '../../core/recognition';
import type { EscalationReason } from '../../core/ticket';
import type { Offer, OfferedChoice } from '../dialogs/choice-dialog';
import type { Turn } from '../turn';
import { choice } from './say-answer';
import { TICKET_ENTRY } from '../ticket-entry';

/** How a ticket is offered. */
export interface TicketOffer {
  readonly content: Content;
  readonly reason: EscalationReason;
  readonly about?: RecognizedPart | undefined;
  /** What else can be chosen. */
  readonly others?: readonly OfferedChoice[];
}

/** Offers a ticket, and names the other way to people. Nothing is opened yet. */
export async function offerTicket(turn: Turn, offer: TicketOffer): Promise<Offer> {
  const { t } = turn;
  const { content, reason, about, others = [] } = offer;
  const link = `[${t('links:support')}](${content.links['support']?.url ?? ''})`;
  const text = `${t(`ticket:offer.${reason}`)}\n\n${t('ticket:offer.elsewhere', { link })}`;
  const yes = { type: 'ticket', reason } as const;
  const no = { type: 'no-ticket' } as const;
  const choices = [choice(t('ticket:offer.yes'), yes), ...others, choice(t('ticket:offer.no'), no)];
  await turn.say({ type: 'question', entry: TICKET_ENTRY, text, choices }, about);
  return { choices, yes, no, byWords: false };
}
