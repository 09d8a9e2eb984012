import { NONE, type IntentId, type ScoredIntent } from '../../core/recognition';

/** A scored line of a foreign set and its label. */
export interface ScoredLine {
  readonly scored: readonly ScoredIntent[];
  readonly intent: IntentId;
}

/** How a set fares when every best score below one threshold is taken for out of scope; shares, 0 to 1. */
export interface RejectionFigures {
  readonly threshold: number;
  /** In-scope lines that are kept and right. */
  readonly inScope: number;
  /** Out-of-scope lines that are rejected; 1 when there are none. */
  readonly outOfScopeRecall: number;
}

/** Figures at a threshold. */
export function rejectBelow(lines: readonly ScoredLine[], threshold: number): RejectionFigures {
  const [inScope, outOfScope] = [
    lines.filter(({ intent }) => intent !== NONE),
    lines.filter(({ intent }) => intent === NONE),
  ];
  const kept = ({ scored: [best] }: ScoredLine): boolean =>
    best !== undefined && best.intent !== NONE && best.score >= threshold;
  const right = inScope.filter((line) => kept(line) && line.scored[0]?.intent === line.intent);
  return {
    threshold,
    inScope: right.length / Math.max(inScope.length, 1),
    outOfScopeRecall:
      outOfScope.length === 0
        ? 1
        : outOfScope.filter((line) => !kept(line)).length / outOfScope.length,
  };
}

/** Share of out-of-scope lines that must be rejected: as much as a bot that rarely answers beside the point needs. */
const WANTED_RECALL = 0.8;
/** Where no out-of-scope line is known: an answer is kept when it is likelier right than wrong. */
const EVEN = 0.5;

/** The lowest threshold that rejects enough of what is out of scope. */
export function chooseThreshold(lines: readonly ScoredLine[]): number {
  if (!lines.some(({ intent }) => intent === NONE)) return EVEN;
  const thresholds = Array.from({ length: 100 }, (_, i) => i / 100);
  const isEnough = (threshold: number): boolean =>
    rejectBelow(lines, threshold).outOfScopeRecall >= WANTED_RECALL;
  return thresholds.find(isEnough) ?? 1;
}
