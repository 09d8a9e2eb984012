import type { ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Channel } from '../channels/channel';
import { escapeMarkdown } from '../channels/escape-markdown';
import type { Translator } from '../content/translator';
import { ticketName, type Ticket } from '../core/ticket';
import type { PersonNotifier, TicketChange } from '../support/tickets/person-notifier';
import { replyHint } from './reply-hint';

/** Lets the bot speak first in a conversation: an adapter's `continueConversation`. */
export type Continue = (
  reference: Partial<ConversationReference>,
  logic: (context: TurnContext) => Promise<void>,
) => Promise<void>;

const referenceSchema = z.custom<Partial<ConversationReference>>(
  (value) => z.object({ conversation: z.object({ id: z.string() }) }).safeParse(value).success,
);

/** Writes to people on the channel where they sent their ticket, in its language. */
export class ChannelNotifier implements PersonNotifier {
  #continue: Continue | undefined;

  constructor(
    private readonly translator: Translator,
    private readonly channelOf: (channelId: string) => Channel,
  ) {}

  /** Says through which adapters the bot speaks; until then every message waits. */
  connect(speak: Continue): void {
    this.#continue = speak;
  }

  async notify(ticket: Ticket, change: TicketChange): Promise<void> {
    if (this.#continue === undefined) throw new Error('No channel is connected.');
    const reference = referenceSchema.parse(JSON.parse(ticket.reference));
    const { text, choices } = this.#words(ticket, change);
    const reply = { type: 'text', text, choices, language: ticket.language } as const;
    const locale = ticket.language;
    const said = this.channelOf(ticket.channel).render(reply);
    await this.#continue(reference, async (context) => {
      await context.sendActivities(said.map((activity) => ({ ...activity, locale })));
    });
  }

  #words(ticket: Ticket, { status, note }: TicketChange) {
    const t = this.translator.in(ticket.language);
    const [number, subject] = [ticketName(ticket), escapeMarkdown(ticket.subject)];
    const news = t(`ticket:news.${status}`, { number, subject });
    const isSaid = note !== undefined && note.trim() !== '';
    const said = isSaid ? [t('ticket:news.note', { note: escapeMarkdown(note) })] : [];
    const { lines, choices } = replyHint(ticket, t, status);
    return { text: [news, ...said, ...lines].join('\n\n'), choices };
  }
}
