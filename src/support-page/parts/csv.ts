import { stringify } from 'csv-stringify/sync';
import type { Table } from './table';

/**
 * A table as CSV that Excel opens as it is in the reader's country: with a byte order mark, and where decimals have a comma, with
 * that comma and semicolons between the columns. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function toCsv({ columns, rows }: Table, locale: string): string {
  const hasComma = new Intl.NumberFormat(locale).format(0.5).includes(',');
  const written = (value: string | number | undefined) =>
    typeof value === 'number' && hasComma ? String(value).replace('.', ',') : (value ?? '');
  const lines = rows.map((row) => row.map(({ value }) => written(value)));
  return stringify([columns.map(({ label }) => label), ...lines], {
    bom: true,
    delimiter: hasComma ? ';' : ',',
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
