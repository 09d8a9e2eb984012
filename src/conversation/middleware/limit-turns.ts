import { ActivityTypes, type Middleware } from 'botbuilder';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Translator } from '../../content/translator';
import { personKey } from '../person-key';
import type { SpokenLanguages } from '../spoken-languages';

export interface TurnLimits {
  /** Messages of one person in a minute, over all conversations of a channel. */
  readonly perMinute: number;
  readonly translator: Translator;
  readonly spoken: Pick<SpokenLanguages, 'of'>;
}

/** Leaves out the messages of whoever writes faster than anyone can read, and says so once a minute in their language. */
export function limitTurns({ perMinute, translator, spoken }: TurnLimits): Middleware {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return {
    async onTurn(context, next) {
      const { type }: { type: string } = context.activity;
      if (type !== 'message') return next();
      const refusal = await limiter.consume(personKey(context)).catch((error: unknown) => {
        if (error instanceof RateLimiterRes) return error;
        throw error;
      });
      if (refusal.consumedPoints <= perMinute) return next();
      if (refusal.consumedPoints > perMinute + 1) return;
      const language = await spoken.of(context);
      // A clock that is set back makes the limiter's own reckoning longer than its minute.
      const count = Math.min(60, Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
      const text = translator.in(language)('error.tooFast', { count });
      await context.sendActivity({ type: ActivityTypes.Message, text, locale: language });
    },
  };
}
