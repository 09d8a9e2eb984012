import { stringify } from 'csv-stringify/sync';
import type { Cell, Table } from './table';

/** For whom a file is written. */
interface Reader {
  /** BCP 47 tag. */
  readonly locale: string;
  /** IANA name of the zone in which instants are told. */
  readonly timeZone: string;
}

/**
 * A table as CSV that Excel opens as it is in the reader's country: with a byte order mark, and where decimals have a comma, with
 * that comma and semicolons between the columns; instants are `YYYY-MM-DD HH:MM:SS`, which every spreadsheet takes for one.
 * A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function toCsv({ columns, rows }: Table, { locale, timeZone }: Reader): string {
  const hasComma = new Intl.NumberFormat(locale).format(0.5).includes(',');
  const instant = new Intl.DateTimeFormat('sv-SE', {
    ...{ dateStyle: 'short', timeStyle: 'medium', timeZone },
  });
  const written = ({ value }: Cell, at: number) => {
    if (typeof value === 'number' && hasComma) return String(value).replace('.', ',');
    const isInstant = typeof value === 'string' && columns[at]?.kind === 'instant';
    return isInstant && value !== '' ? instant.format(new Date(value)) : (value ?? '');
  };
  const lines = rows.map((row) => row.map(written));
  return stringify([columns.map(({ label }) => label), ...lines], {
    bom: true,
    delimiter: hasComma ? ';' : ',',
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
