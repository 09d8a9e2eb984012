import type { Translate } from '../core/translate';

/** What decides what becomes of people's words. */
export interface PrivacyFacts {
  /** Days for which words are kept, redacted. */
  readonly transcriptDays: number;
  /** Days for which it is known how conversations went, and tickets are kept. */
  readonly outcomeDays: number;
  /** Where tickets go beside this bot's own database. */
  readonly ticketsGo: 'nowhere' | 'mail' | 'webhook';
  /** Whether Azure AI Language reads along. */
  readonly asksAzure: boolean;
}

/** Says truthfully what becomes of what people write. */
export class PrivacyNotice {
  constructor(private readonly facts: PrivacyFacts) {}

  /** One sentence or two for the first message. */
  line(t: Translate): string {
    return t('welcome.privacy', { count: this.facts.transcriptDays });
  }

  /** All of it, as paragraphs. */
  paragraphs(t: Translate): readonly string[] {
    const { transcriptDays, outcomeDays, ticketsGo, asksAzure } = this.facts;
    return [
      t('privacy.words', { count: transcriptDays }),
      t('privacy.outcomes', { count: outcomeDays }),
      ...(ticketsGo === 'nowhere' ? [] : [t(`privacy.tickets.${ticketsGo}`)]),
      ...(asksAzure ? [t('privacy.azure')] : []),
      t('privacy.rights'),
    ];
  }
}
