import type { ProductLicense } from '../../core/account';
import type { ItemPresenter } from '../item-presenter';
import type { Wording } from '../wording';

/** Tells how many licences the company has of each product. */
export function createLicensesPresenter({ say, number }: Wording): ItemPresenter<ProductLicense> {
  return {
    title: ({ name }) => name,
    names: () => [],
    lines: ({ name, count }) => [say('licenses.count', { name, count, number: number(count) })],
    columns: ['product', 'count'].map((column) => say(`licenses.columns.${column}`)),
    row: ({ name, count }) => [name, number(count)],
  };
}
