import type { Middleware } from 'botbuilder';
import type { Clock } from '../../core/clock';
import type { Decision } from '../../core/recognition';
import { turnOf } from '../turn';

/** What is measured of a turn that a person began with a message. */
export interface TurnMeasure {
  readonly channel: string;
  readonly language: string;
  /** Bands of the message's parts. */
  readonly decisions: readonly Decision[];
  readonly seconds: number;
  readonly failed: boolean;
}

/** Measures turns; it runs where they have been understood. */
export function measureTurns(measure: (turn: TurnMeasure) => void, now: Clock): Middleware {
  return {
    async onTurn(context, next) {
      const { recognition, language, utterance } = turnOf(context);
      const started = now().getTime();
      let failed = true;
      try {
        await next();
        failed = false;
      } finally {
        const seconds = (now().getTime() - started) / 1000;
        const decisions = recognition.parts.map(({ decision }) => decision);
        const channel = context.activity.channelId;
        if (utterance !== '') measure({ channel, language, decisions, seconds, failed });
      }
    },
  };
}
