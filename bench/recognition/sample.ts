import { groupBy } from '../../src/core/group-by';
import {
  isOutOfScope,
  type LabelledUtterance,
} from '../../src/understanding/evaluation/labelled-utterance';

/** So many lines of each language in scope, and as many out of scope, at even distances. */
export function sampleOf(
  lines: readonly LabelledUtterance[],
  each: number,
): readonly LabelledUtterance[] {
  const strata = groupBy(lines, (line) => `${line.language} ${isOutOfScope(line)}`);
  return [...strata.values()].flatMap((own) => {
    const step = Math.max(own.length / each, 1);
    return own.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  });
}
