import { compareText } from '../../core/compare-text';
import { groupBy } from '../../core/group-by';
import type { Judgement, Outcome } from './judge';
import { isOutOfScope, TWO_QUESTIONS } from './labelled-utterance';

/** Figures of a group of lines; shares are 0 to 1. */
export interface Summary {
  readonly group: string;
  readonly lines: number;
  readonly top1: number;
  readonly right: number;
  /** One of two questions answered, and right. */
  readonly half: number;
  readonly wrong: number;
  /** Asked back with a right choice, and without. */
  readonly offered: number;
  readonly asked: number;
  readonly refused: number;
  readonly language: number;
  readonly split: number;
}

/** Styles written as people who can spell write; all others are noise of some kind. */
export const CLEAN_STYLES: ReadonlySet<string> = new Set([
  'plain',
  'fragment',
  'long',
  'mixed',
  'no-diacritics',
]);

/** Figures of each language by kind of line, then of each of its styles. */
export function summarizeAll(judgements: readonly Judgement[]): readonly Summary[] {
  const languages = [...new Set(judgements.map(({ line }) => line.language))].sort();
  return languages.flatMap((language) => {
    const own = judgements.filter(({ line }) => line.language === language);
    const kinds = groupBy(own, kindOf);
    const styles = groupBy(own, ({ line }) => line.style);
    return [...byName(kinds), ...byName(styles, '  ')].map(([name, group]) =>
      summarize(`${language} ${name}`, group),
    );
  });
}

/** Figures of one group. */
export function summarize(group: string, judgements: readonly Judgement[]): Summary {
  const share = (is: (one: Judgement) => boolean): number =>
    judgements.filter(is).length / Math.max(judgements.length, 1);
  const outcome = (wanted: Outcome): number => share((one) => one.outcome === wanted);
  return {
    group,
    lines: judgements.length,
    top1: share(({ topIsRight }) => topIsRight),
    right: outcome('right'),
    half: outcome('half'),
    wrong: outcome('wrong'),
    offered: outcome('offered'),
    asked: outcome('asked'),
    refused: outcome('refused'),
    language: share(({ languageIsRight }) => languageIsRight),
    split: share(({ parts }) => parts > 1),
  };
}

/** Pairs of right and given intent among wrong tops, the commonest first. */
export function confusions(judgements: readonly Judgement[]): readonly [string, number][] {
  const pairs = judgements
    .filter(({ topIsRight }) => !topIsRight)
    .map(({ line, best }) => `${line.intents.join('|')} taken for ${best}`);
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return [...counts].sort(([one, a], [other, b]) => b - a || compareText(one, other));
}

function kindOf({ line }: Judgement): string {
  if (isOutOfScope(line)) return 'out of scope';
  if (line.style === TWO_QUESTIONS) return 'two questions';
  return CLEAN_STYLES.has(line.style) ? 'in scope, clean' : 'in scope, noisy';
}

function byName(groups: Map<string, Judgement[]>, indent = ''): [string, Judgement[]][] {
  return [...groups]
    .map(([name, group]): [string, Judgement[]] => [indent + name, group])
    .sort(([one], [other]) => compareText(one, other));
}
