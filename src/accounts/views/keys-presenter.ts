import type { ProductKey } from '../../core/account';
import { activations } from '../../core/activations';
import type { ItemPresenter } from '../item-presenter';
import type { Wording } from '../wording';

/** Tells how many activations each product key has left. A key is named by its last five characters. */
export function createKeysPresenter({ say, number }: Wording): ItemPresenter<ProductKey> {
  const nameOf = ({ name, ending }: ProductKey, key: 'title' | 'yours'): string =>
    say(`keys.${key}`, { name, ending });
  const verdict = (key: ProductKey, prefix: string): string => {
    const subject = nameOf(key, 'yours');
    const result = activations({ allowed: key.activationsAllowed, used: key.activationsUsed });
    if (result.limit === 'none') return say(`${prefix}.none`, { subject });
    const left = result.limit === 'left' ? result.left : 0;
    return say(`${prefix}.${result.limit}`, {
      subject,
      count: left,
      number: number(left),
      allowed: number(result.allowed),
    });
  };

  return {
    title: (key) => nameOf(key, 'title'),
    names: () => [],
    lines: (key) => [verdict(key, 'keys')],
    columns: ['key', 'left'].map((name) => say(`keys.columns.${name}`)),
    row: (key) => [nameOf(key, 'title'), verdict(key, 'keys.status')],
  };
}
