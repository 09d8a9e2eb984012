/** What a column holds, which decides how it is written; a share goes from 0 to 1. */
export type ColumnKind = 'text' | 'day' | 'instant' | 'count' | 'share';

export interface ColumnHead {
  readonly label: string;
  readonly kind: ColumnKind;
  /** Drawn as a series of the table's chart, in this colour of the style sheet. */
  readonly series?: string;
}

/** One column of a table, and how its cells come from a row. */
export interface Column<Row> extends ColumnHead {
  /** Undefined where there is nothing to say. */
  readonly of: (row: Row) => string | number | undefined;
  /** Where the cell leads. */
  readonly link?: (row: Row) => string | undefined;
}

export interface Cell {
  readonly value: string | number | undefined;
  readonly href: string | undefined;
}

/** A table that is shown, drawn as a chart and given as CSV. The first column names the row. */
export interface Table {
  /** Name of the file, and of the table within the page. */
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly ColumnHead[];
  readonly rows: readonly (readonly Cell[])[];
}

export function createTable<Row>(
  about: Pick<Table, 'name' | 'caption'>,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Table {
  const toCell = (row: Row) => (column: Column<Row>) => ({
    value: column.of(row),
    href: column.link?.(row),
  });
  return { ...about, columns, rows: rows.map((row) => columns.map(toCell(row))) };
}
