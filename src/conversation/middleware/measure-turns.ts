import type { Middleware } from 'botbuilder';
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
export function measureTurns(measure: (turn: TurnMeasure) => void): Middleware {
  return {
    async onTurn(context, next) {
      const { recognition, language, utterance } = turnOf(context);
      const started = performance.now();
      let failed = true;
      try {
        await next();
        failed = false;
      } finally {
        const seconds = (performance.now() - started) / 1000;
        const decisions = recognition.parts.map(({ decision }) => decision);
        const channel = context.activity.channelId;
        if (utterance !== '') measure({ channel, language, decisions, seconds, failed });
      }
    },
  };
}
