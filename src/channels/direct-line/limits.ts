import type { Rate } from '../../core/rate';

/** How much one visitor may ask of the embedded Direct Line. */
export interface DirectLineLimits {
  /** Longer messages of people are kept whole for the bot and shown back cut to this many characters. */
  readonly shownCharacters: number;
  readonly messagesPerConversation: Rate;
  readonly messagesPerAddress: Rate;
  readonly conversationsPerAddress: Rate;
  readonly streamsPerAddress: number;
  /** A conversation without activity for so long is deleted. */
  readonly idleHours: number;
}

export const DEFAULT_LIMITS: DirectLineLimits = {
  shownCharacters: 1000,
  messagesPerConversation: { points: 60, seconds: 60 },
  messagesPerAddress: { points: 600, seconds: 60 },
  conversationsPerAddress: { points: 120, seconds: 60 },
  streamsPerAddress: 50,
  idleHours: 72,
};
