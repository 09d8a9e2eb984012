import { html, type Html } from '../html';
import type { Formats } from './formats';
import type { Cell, ColumnHead, ColumnKind, Table } from './table';

/** A table as HTML, in a box that scrolls where it is wider than the page. */
export function renderTable({ name, caption, columns, rows }: Table, formats: Formats): Html {
  const heads = columns.map(
    ({ label, kind, series }) =>
      html`<th scope="col" class="${kind}" ${series !== undefined && html`data-series="${series}"`}>
        ${label}
      </th>`,
  );
  const lines = rows.map((row) => {
    const cells = row.map((cell, index) => {
      const column = columns[index];
      return column && renderCell(cell, { column, formats, isHead: index === 0 });
    });
    return html`<tr>
      ${cells}
    </tr>`;
  });
  return html`<div class="table-box" tabindex="0" role="region" aria-label="${caption}">
    <table id="${name}">
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${lines}
      </tbody>
    </table>
  </div>`;
}

interface CellPlace {
  readonly column: ColumnHead;
  readonly formats: Formats;
  readonly isHead: boolean;
}

function renderCell({ value, href }: Cell, { column, formats, isHead }: CellPlace): Html {
  const { kind, series } = column;
  const text = written(kind, value, formats);
  const shown = href === undefined ? text : html`<a href="${href}">${text}</a>`;
  if (isHead) return html`<th scope="row" class="${kind}">${shown}</th>`;
  return html`<td class="${kind}" ${series !== undefined && html`data-value="${value}"`}>
    ${shown}
  </td>`;
}

function written(kind: ColumnKind, value: Cell['value'], formats: Formats): string {
  if (value === undefined) return '–';
  if (typeof value === 'number')
    return kind === 'share' ? formats.share(value) : formats.count(value);
  if (kind === 'day') return formats.day(value);
  return kind === 'instant' ? formats.instant(value) : value;
}
