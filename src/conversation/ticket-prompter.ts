import { escapeMarkdown } from '../channels/escape-markdown';
import type { Choice } from '../core/reply';
import { TICKET_CHOICES, type TicketAsk, type TicketEffect, type TicketForm } from './ticket-form';
import type { Turn } from './turn';
import { TICKET_ENTRY } from './ticket-entry';

/** A choice of the form, with what choosing it does. */
export interface TicketChoice extends Choice {
  readonly effect: TicketEffect;
}

/** What became of the last reply. */
export type TicketNote = 'changed' | 'added' | 'back' | 'notSent' | 'noAnswer' | 'why' | 'unclear';

/** Where there is something to say about a reply that wasn't understood. */
const UNCLEAR: ReadonlySet<TicketAsk> = new Set(['subject', 'email', 'send']);

/** Puts the form's questions into words. */
export class TicketPrompter {
  choices({ t }: Pick<Turn, 't'>, { asks }: TicketForm): readonly TicketChoice[] {
    return TICKET_CHOICES[asks].map((effect) => {
      const title = t(`ticket:choice.${effect}`);
      return { title, value: title, effect };
    });
  }

  /** Asks what the form asks for; `note` says what became of the last reply. */
  async ask(turn: Turn, form: TicketForm, note?: TicketNote): Promise<void> {
    const { t } = turn;
    const before =
      note === 'unclear' ? this.#unclear(turn, form) : note && t(`ticket:note.${note}`);
    const text = [before ?? [], this.#question(turn, form)].flat().join('\n\n');
    const choices = this.choices(turn, form);
    await turn.say(
      choices.length > 0
        ? { type: 'question', entry: TICKET_ENTRY, text, choices }
        : { type: 'text', entry: TICKET_ENTRY, text },
    );
  }

  #unclear({ t }: Turn, { asks }: TicketForm): string | undefined {
    return UNCLEAR.has(asks) ? t(`ticket:unclear.${asks}`) : undefined;
  }

  #question(turn: Turn, form: TicketForm): string {
    const { t } = turn;
    const { asks, subject, details } = form;
    switch (asks) {
      case 'subject':
        return t(subject === undefined ? 'ticket:ask.subject' : 'ticket:ask.newSubject');
      case 'details':
        return details === undefined
          ? t('ticket:ask.details', { subject: escapeMarkdown(subject ?? '') })
          : t('ticket:ask.newDetails');
      case 'email':
        return t('ticket:ask.email');
      case 'field':
        return t('ticket:ask.field');
      case 'drop':
        return t('ticket:ask.drop');
      case 'send':
        return this.#review(turn, form);
    }
  }

  #review({ t }: Turn, { subject = '', details = '', email, lastEmail }: TicketForm): string {
    const line = (name: string, value: string) => `**${t(`ticket:review.${name}`)}:** ${value}`;
    return [
      t('ticket:review.intro'),
      line('subject', escapeMarkdown(subject)),
      line('details', escapeMarkdown(details) || t('ticket:review.noDetails')),
      line('email', escapeMarkdown(email ?? '') || t('ticket:review.noEmail')) +
        (email && email === lastEmail ? ` ${t('ticket:review.lastEmail')}` : ''),
      t('ticket:review.attached'),
      t('ticket:review.ask'),
    ].join('\n\n');
  }
}
