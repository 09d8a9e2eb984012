import type { ForeignFigures } from './evaluate-foreign';

/** The figures of a foreign set as lines of text, in percent. */
export function formatForeign(name: string, figures: ForeignFigures): string {
  const { intents, trained, tested, accuracy, rejection } = figures;
  const percent = (share: number): string => (100 * share).toFixed(1);
  const lines = [
    `${name}: ${intents} intents, ${trained} lines trained, ${tested} tested`,
    `accuracy in scope, nothing rejected: ${percent(accuracy)}`,
  ];
  if (rejection !== undefined) {
    lines.push(
      `at threshold ${rejection.threshold.toFixed(2)}: in scope ${percent(rejection.inScope)}, ` +
        `out-of-scope recall ${percent(rejection.outOfScopeRecall)}`,
    );
  }
  return lines.join('\n');
}
