import type { StoredActivity } from './activity';
import type { LoggedActivity } from './direct-line-store';

/** What a client gets at once: activities and the watermark that stands for having read them. */
export interface ActivitySet {
  readonly activities: readonly StoredActivity[];
  readonly watermark: string;
}

/** Packs what was logged; `sequence` is the watermark when nothing was. Arrivals concern the bot alone. */
export function toActivitySet(logged: readonly LoggedActivity[], sequence: number): ActivitySet {
  return {
    activities: logged
      .map(({ activity }) => activity)
      .filter(({ type }) => type !== 'conversationUpdate'),
    watermark: String(logged.at(-1)?.sequence ?? sequence),
  };
}
