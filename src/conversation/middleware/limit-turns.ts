import { ActivityTypes, type Middleware } from 'botbuilder';
import type { Translator } from '../../content/translator';
import type { RateLimit } from '../../rates/rate-limits';
import { personKey } from '../person-key';
import type { SpokenLanguages } from '../spoken-languages';

export interface TurnLimits {
  /** Messages of one person, over all conversations of a channel. */
  readonly limit: RateLimit;
  readonly translator: Translator;
  readonly spoken: Pick<SpokenLanguages, 'of'>;
}

/** Leaves out the messages of whoever writes faster than anyone can read, and says so once a minute in their language. */
export function limitTurns({ limit, translator, spoken }: TurnLimits): Middleware {
  const most = limit.rate.points;
  return {
    async onTurn(context, next) {
      const { type }: { type: string } = context.activity;
      if (type !== 'message') return next();
      const { points, secondsLeft: count } = await limit.take(personKey(context));
      if (points <= most) return next();
      if (points > most + 1) return;
      const language = await spoken.of(context);
      const text = translator.in(language)('error.tooFast', { count });
      await context.sendActivity({ type: ActivityTypes.Message, text, locale: language });
    },
  };
}
