import { activations } from '../../core/activations';
import type { StatedRule } from './stated-rule';

/** "We have used 45 of 50": how many activations are left. */
export const keysRule: StatedRule = {
  read({ turn, wording }) {
    const [used, allowed, ...more] = turn.entities.filter(({ type }) => type === 'number');
    if (used?.type !== 'number' || allowed?.type !== 'number' || more.length > 0)
      return { told: {} };
    const between = turn.utterance.slice(used.end, allowed.start);
    // Two numbers are a share only when said as one, and "5 of 50 left" leaves nothing to work out.
    const isShare =
      used.value <= allowed.value &&
      wording.isCue('outOf', between) &&
      !wording.hasCue('left', turn.utterance);
    return { told: isShare ? { activations: { used: used.value, allowed: allowed.value } } : {} };
  },
  lines({ activations: count }, _today, { say, number }) {
    if (count === undefined) return [];
    const result = activations(count);
    const values = { used: number(count.used), allowed: number(count.allowed) };
    const left = result.limit === 'left' ? result.left : 0;
    const key = left === 0 ? 'used-up' : 'left';
    return [say(`stated.keys.${key}`, { ...values, count: left, number: number(left) })];
  },
};
