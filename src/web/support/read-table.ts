/** A column of a table that is drawn. */
export interface Series {
  /** Name of its colour in the style sheet. */
  readonly name: string;
  readonly label: string;
  readonly values: readonly number[];
}

/** What a chart draws of a table: the rows' names and the columns that are series. */
export function readTable(
  table: HTMLTableElement,
  mostRows: number,
): { readonly labels: readonly string[]; readonly series: readonly Series[] } {
  const rows = [...(table.tBodies[0]?.rows ?? [])].slice(0, mostRows);
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
  return {
    labels: rows.map((row) => textOf(row.cells[0])),
    series: heads.flatMap((head, index) => {
      const name = head.dataset['series'];
      if (name === undefined) return [];
      const values = rows.map((row) => Number(row.cells[index]?.dataset['value'] ?? 0));
      return [{ name, label: textOf(head), values }];
    }),
  };
}

function textOf(cell: HTMLTableCellElement | undefined): string {
  return cell?.textContent.trim() ?? '';
}
