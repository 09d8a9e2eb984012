import { html, type Html } from '../html';
import type { Formats } from './formats';
import { renderTable } from './render-table';
import type { Table } from './table';

export interface Figure {
  readonly table: Table;
  readonly formats: Formats;
  /** How the browser draws the columns that are series: over time, or as lying bars. */
  readonly chart?: 'columns' | 'bars';
  /** Address of the table as CSV, and what its link says. */
  readonly csv: { readonly href: string; readonly label: string };
  /** Said instead of an empty table. */
  readonly nothing: string;
}

/** A table with its chart beside it and its numbers as a file. The chart is drawn from the table by the browser. */
export function renderFigure({ table, formats, chart, csv, nothing }: Figure): Html {
  if (table.rows.length === 0)
    return html`<section class="figure">
      <h2>${table.caption}</h2>
      <p class="nothing">${nothing}</p>
    </section>`;
  return html`<section class="figure">
    <div class="figure-head">
      <h2>${table.caption}</h2>
      <a class="csv" href="${csv.href}" download
        >${csv.label}<span class="hidden"> ${table.caption}</span></a
      >
    </div>
    ${
      chart &&
      html`<div class="chart" data-chart="${chart}" data-table="${table.name}" hidden>
        <canvas role="img" aria-label="${table.caption}"></canvas>
      </div>`
    }
    ${renderTable(table, formats)}
  </section>`;
}
