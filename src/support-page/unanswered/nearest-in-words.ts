import type { ScoredIntent } from '../../core/recognition';
import { likely } from '../parts/likely';
import type { Names } from '../parts/names';

const MOST = 3;

/** "Split tokens 41 %, Lost keys 12 %": what a question was nearest to. */
export function nearestInWords(
  candidates: readonly ScoredIntent[],
  { names, locale }: { readonly names: Names; readonly locale: string },
): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return likely(candidates)
    .slice(0, MOST)
    .map(({ intent, score }) => `${names.entry(intent)} ${percent.format(score)}`)
    .join(', ');
}
