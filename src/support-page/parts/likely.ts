import { NONE, type ScoredIntent } from '../../core/recognition';

/** Less than this is written as 0 % and says nothing. */
const LEAST_SHOWN = 0.005;

/** The entries that a question may have been about, without those that it plainly was not. */
export function likely(candidates: readonly ScoredIntent[]): readonly ScoredIntent[] {
  return candidates.filter(({ intent, score }) => intent !== NONE && score >= LEAST_SHOWN);
}
