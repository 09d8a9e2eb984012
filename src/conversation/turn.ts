import type { TurnContext } from 'botbuilder';
import type { CalendarDate } from '../core/calendar-date';
import type { DistributiveOmit } from '../core/distributive-omit';
import type { Language } from '../core/language';
import type { RecognizedPart, Recognition } from '../core/recognition';
import type { Rating, Reply } from '../core/reply';
import type { Translate } from '../core/translate';

/** One incoming activity, understood, with all that is needed to answer it. */
export interface Turn {
  readonly context: TurnContext;
  /** Language of this turn's words. */
  readonly language: Language;
  /** The language's tag with region, for dates and numbers. */
  readonly locale: string;
  readonly t: Translate;
  /** What the person wrote or clicked; empty where there is no text. */
  readonly utterance: string;
  readonly recognition: Recognition;
  /** Today where the partners are. */
  readonly today: CalendarDate;
  /** Address of the private chat with the bot, this message ready to be sent there; undefined where there is no such thing. */
  readonly privateChat?: string | undefined;
  /** An answer that was rated with the channel's own means; then there are no words. */
  readonly rating?: Rating | undefined;
  /**
   * Says something, rendered for the channel; `about` is the part that it replies to, the first by default. Gives the
   * channel's id of the (first) message, where it has one.
   */
  say(
    reply: DistributiveOmit<Reply, 'language'>,
    about?: RecognizedPart,
  ): Promise<string | undefined>;
}

/** The state that a context has for this lies behind a proxy, and this is asked for dozens of times a turn. */
const turns = new WeakMap<TurnContext, Turn>();

export function setTurn(turn: Turn): void {
  turns.set(turn.context, turn);
}

/** The turn of a context; the turn middleware has put it there for every activity. */
export function turnOf(context: TurnContext): Turn {
  const turn = turns.get(context);
  if (turn === undefined) throw new TypeError('This activity was not understood yet.');
  return turn;
}

/** The turn of a context, if it came so far. */
export function understoodTurn(context: TurnContext): Turn | undefined {
  return turns.get(context);
}
