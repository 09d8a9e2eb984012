import { table } from '../recognition/table';
import type { TurnFigures } from './measure-turns';

/** All that was measured of a bot. */
export interface BotFigures {
  /** Milliseconds from the start of the process until it was ready. */
  readonly startTime: number;
  readonly turns: readonly TurnFigures[];
  /** Resident memory after all turns, MB. */
  readonly memory: number;
  readonly streams?: { readonly count: number; readonly more: number } | undefined;
}

/** One table of what was measured, beside the goals. */
export function figuresTable(echo: BotFigures, ours: BotFigures): string {
  const rows = ours.turns.flatMap((mine) => {
    const { conversations, isDelivered } = mine;
    const isLike = (turn: TurnFigures) =>
      turn.conversations === conversations && turn.isDelivered === isDelivered;
    const yardstick = echo.turns.find(isLike) ?? mine;
    const at = `at ${conversations}${isDelivered ? ', delivered' : ''}`;
    const share = `${Math.round((100 * mine.perSecond) / yardstick.perSecond)} %`;
    const isTried = conversations === 64;
    return [
      [`turns/s ${at}`, whole(yardstick.perSecond), `${whole(mine.perSecond)} (${share})`, '60 %'],
      [`p50 ms ${at}`, whole(yardstick.p50), whole(mine.p50), ''],
      [`p99 ms ${at}`, whole(yardstick.p99), whole(mine.p99), isTried ? '150' : ''],
      [`failed ${at}`, whole(yardstick.failed), whole(mine.failed), '0'],
    ];
  });
  const { streams } = ours;
  const size = `${whole(ours.memory)} (${(ours.memory / echo.memory).toFixed(2)} ×)`;
  return table(
    ['', 'echo bot', 'this bot', 'goal'],
    [
      ...rows,
      ['MB after all turns', whole(echo.memory), size, '1.5 ×'],
      ['ms until ready', whole(echo.startTime), whole(ours.startTime), '2000'],
      ...(streams
        ? [[`MB more for ${streams.count} streams`, '', whole(streams.more), '300']]
        : []),
    ],
  );
}

function whole(value: number): string {
  return value.toFixed(0);
}
