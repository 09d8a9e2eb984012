import { join } from 'node:path';
import { evaluateForeign } from '../../src/understanding/evaluation/evaluate-foreign';
import { foreignUtteranceSchema } from '../../src/understanding/evaluation/foreign-utterance';
import { readLines } from '../../src/understanding/evaluation/read-lines';
import { published } from './published';
import { table } from './table';

/** Rows of every public set below a folder, this classifier's first, then the published ones. */
export function foreignTable(folder: string): string {
  const rows = published.flatMap(({ set, file, systems }) => {
    const lines = readLines(join(folder, file), foreignUtteranceSchema);
    const { accuracy, rejection } = evaluateForeign(lines, lines);
    const percent = (share: number): string => (100 * share).toFixed(1);
    const own =
      rejection === undefined
        ? [percent(accuracy), '']
        : [percent(rejection.inScope), percent(rejection.outOfScopeRecall)];
    return [[set, '**this classifier**', ...own], ...systems.map((row) => [set, ...row])];
  });
  return table(['set', 'system', 'in scope %', 'out-of-scope recall %'], rows);
}
