import { CardFactory, type Attachment } from 'botbuilder';
import type { Language } from '../core/language';

/** A card: what every one has, then its content. */
export interface CardContent {
  readonly lang: Language;
  /** Shown by clients that can't show the card. */
  readonly fallbackText: string;
  /** Said by screen readers and devices without a screen. */
  readonly speak: string;
  readonly body: readonly object[];
  readonly actions?: readonly object[];
}

/** An Adaptive Card of the version that Teams and Web Chat both show. */
export function adaptiveCard(content: CardContent): Attachment {
  return CardFactory.adaptiveCard({
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    ...content,
  });
}
