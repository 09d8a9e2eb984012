import type { Judgement } from './judge';
import { confusions, summarizeAll, type Summary } from './summary';

const SHOWN_CONFUSIONS = 15;
const COLUMNS = [
  'top1',
  'right',
  'half',
  'wrong',
  'offered',
  'asked',
  'refused',
  'language',
  'split',
] as const;

/** The report of an evaluation as text: a table in percent, then the commonest confusions. */
export function formatReport(judgements: readonly Judgement[]): string {
  const rows = summarizeAll(judgements);
  const width = Math.max(...rows.map(({ group }) => group.length), 5);
  const head = [
    'group'.padEnd(width),
    'lines'.padStart(6),
    ...COLUMNS.map((name) => name.padStart(9)),
  ];
  const worst = confusions(judgements).slice(0, SHOWN_CONFUSIONS);
  return [
    'Percent of lines. right: answered right, or nothing answered out of scope; half: one of two questions;',
    'wrong: answered, but not right; offered: asked back with a right choice; asked: without one;',
    'refused: said no to a question in scope; split: read as more than one question.',
    '',
    head.join(''),
    ...rows.map((row) => formatRow(row, width)),
    '',
    'Best intent wrong:',
    ...worst.map(([pair, count]) => `${String(count).padStart(6)}  ${pair}`),
  ].join('\n');
}

function formatRow(row: Summary, width: number): string {
  const cells = COLUMNS.map((name) => (100 * row[name]).toFixed(1).padStart(9));
  return [row.group.padEnd(width), String(row.lines).padStart(6), ...cells].join('');
}
