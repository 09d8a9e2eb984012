import { groupBy } from '../../core/group-by';
import { NONE } from '../../core/recognition';
import type { Trial } from '../../support/learning/trial';
import { html, type Html } from '../html';
import type { PageRequest } from '../page';
import { renderTable } from '../parts/render-table';
import { createTable, type Column, type Table } from '../parts/table';
import type { ShownChange } from './render-change';

interface ShownTrial extends ShownChange {
  readonly trial: Trial;
  /** Lines for which it is refused. */
  readonly losses: readonly Line[];
}

type Line = Trial['known']['losses'][number];
type Taught = Trial['retrained']['taught'][number];
type Counts = Trial['retrained']['heldOut']['before'][number];

/** What a change would do: to what is taught, to all known utterances, to the held-out set. */
export function renderTrial(request: PageRequest, shown: ShownTrial): Html {
  const { t } = request;
  const { trial, losses, formats } = shown;
  const { known, retrained, seconds } = trial;
  const text = (key: string, values?: Parameters<PageRequest['t']>[1]) =>
    t(`support-page:unanswered.trial.${key}`, values);
  const section = (title: string, about: string, table: Table | undefined) =>
    html`<section class="card">
      <h2>${title}</h2>
      <p>${about}</p>
      ${table && table.rows.length > 0 && renderTable(table, formats)}
    </section>`;
  const values = { lines: formats.count(known.lines), gains: known.gains.length };
  const all = [...known.losses, ...retrained.heldOut.losses];
  const gains = [...known.gains, ...retrained.heldOut.gains];
  return html`${
      losses.length > 0 &&
      section(
        text('refused'),
        text('refusedAbout'),
        lineTable('refused', losses, { request, shown }),
      )
    }
    ${section(text('taught'), text('taughtAbout'), taughtTable(request, shown))}
    ${section(
      text('known'),
      text('knownAbout', { ...values, losses: known.losses.length }),
      entryTable([...known.losses, ...known.gains], { request, shown }),
    )}
    ${section(text('heldOut'), text('heldOutAbout'), countTable(request, shown))}
    ${
      all.length + gains.length > 0 &&
      section(
        text('lines'),
        text('linesAbout'),
        lineTable('lines', [...all, ...gains], { request, shown }),
      )
    }
    <p>
      ${text('took', { seconds: formats.count(Math.round(seconds)), version: retrained.version })}
    </p>`;
}

interface Place {
  readonly request: PageRequest;
  readonly shown: ShownTrial;
}

function namer({ t }: PageRequest, { names }: ShownTrial) {
  return (id: string) => (id === NONE ? t('support-page:unanswered.outOfScope') : names.entry(id));
}

function lineTable(name: string, lines: readonly Line[], { request, shown }: Place): Table {
  const { t } = request;
  const nameOf = namer(request, shown);
  const label = (key: string) => t(`support-page:unanswered.column.${key}`);
  const columns: Column<Line>[] = [
    { label: label('utterance'), kind: 'text', of: ({ text }) => text },
    { label: label('belongs'), kind: 'text', of: ({ entry }) => nameOf(entry) },
    { label: label('before'), kind: 'text', of: ({ before }) => nameOf(before) },
    { label: label('after'), kind: 'text', of: ({ after }) => nameOf(after) },
  ];
  const caption = t(`support-page:unanswered.trial.${name}`);
  return createTable({ name, caption }, columns, lines);
}

/** Gains and losses of each entry that has any. */
function entryTable(lines: readonly Line[], { request, shown }: Place): Table {
  const { t } = request;
  const nameOf = namer(request, shown);
  const label = (key: string) => t(`support-page:unanswered.column.${key}`);
  type Row = readonly [entry: string, lines: readonly Line[]];
  const count = (of: (line: Line) => boolean) => (row: Row) => row[1].filter(of).length;
  const columns: Column<Row>[] = [
    { label: label('entry'), kind: 'text', of: ([entry]) => nameOf(entry) },
    { label: label('gains'), kind: 'count', of: count(({ entry, after }) => entry === after) },
    { label: label('losses'), kind: 'count', of: count(({ entry, after }) => entry !== after) },
  ];
  const rows = [...groupBy(lines, ({ entry }) => entry)];
  const caption = t('support-page:unanswered.trial.known');
  return createTable({ name: 'by-entry', caption }, columns, rows);
}

function taughtTable(request: PageRequest, shown: ShownTrial): Table {
  const { t, locale } = request;
  const nameOf = namer(request, shown);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const label = (key: string) => t(`support-page:unanswered.column.${key}`);
  const sight = ({ intent, score, decision }: Taught['before']) =>
    `${nameOf(intent)} ${percent.format(score)} – ${t(`support-page:unanswered.decision.${decision}`)}`;
  const columns: Column<Taught>[] = [
    { label: label('utterance'), kind: 'text', of: ({ text }) => text },
    { label: label('today'), kind: 'text', of: ({ before }) => sight(before) },
    { label: label('then'), kind: 'text', of: ({ after }) => sight(after) },
  ];
  const caption = t('support-page:unanswered.trial.taught');
  return createTable({ name: 'taught', caption }, columns, shown.trial.retrained.taught);
}

/** "366 → 368" for each outcome and language. */
function countTable({ t }: PageRequest, { trial, names }: ShownTrial): Table {
  const { before, after } = trial.retrained.heldOut;
  const label = (key: string) => t(`support-page:unanswered.column.${key}`);
  const pair = (
    key: 'right' | 'wrong' | 'asked' | 'refused',
    head: string = key,
  ): Column<Counts> => ({
    ...{ label: label(head), kind: 'text' },
    of: (row) =>
      `${row[key]} → ${after.find(({ language }) => language === row.language)?.[key] ?? 0}`,
  });
  const columns: Column<Counts>[] = [
    { label: label('language'), kind: 'text', of: ({ language }) => names.language(language) },
    { label: label('lines'), kind: 'count', of: ({ lines }) => lines },
    ...[pair('right'), pair('asked', 'asked-back'), pair('refused'), pair('wrong')],
  ];
  const caption = t('support-page:unanswered.trial.heldOut');
  return createTable({ name: 'held-out', caption }, columns, before);
}
