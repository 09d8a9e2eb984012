import type { CalendarDate } from '../../core/calendar-date';
import type { AccountTurn } from '../presentation';
import { createWording } from '../wording';
import type { StatedReading } from './stated-rule';

/** Whether a message speaks of a purchase or an activation that is still to come. */
export function supposes(turn: AccountTurn): boolean {
  return readSupposed({ turn, wording: createWording(turn) }) !== undefined;
}

/** The day still to come on which something is to be bought or activated, "if we activate it on Friday"; undefined for none. */
export function readSupposed({
  turn,
  wording,
}: Pick<StatedReading, 'turn' | 'wording'>): CalendarDate | undefined {
  const isSupposed =
    wording.hasCue('supposes', turn.utterance) && wording.hasCue('conditions', turn.utterance);
  if (!isSupposed) return undefined;
  const [when, ...others] = turn.entities.flatMap((entity) => {
    if (entity.type === 'coming') return [entity.value];
    return entity.type === 'date' && entity.isToday !== true ? [entity.coming] : [];
  });
  return others.length === 0 ? when : undefined;
}
