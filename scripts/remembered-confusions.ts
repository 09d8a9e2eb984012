import { keepConfusions, readConfusions } from '../src/confusions-file';
import type { Content } from '../src/content/content';
import type { Confusion } from '../src/content/gate/check-confusions';
import { versionOf } from '../src/understanding/classifier/train-model';
import { trainingSetFromContent } from '../src/understanding/classifier/training-set-from-content';
import { findConfusions } from '../src/understanding/evaluation/find-confusions';

/** Reading every utterance as if it were new takes seconds, so the result is kept until an utterance changes. */
export function rememberedConfusions(root: string, content: Content): readonly Confusion[] {
  const set = trainingSetFromContent(root, content);
  const version = versionOf(set);
  const kept = readConfusions(root, version);
  if (kept !== undefined) return kept;
  const confusions = findConfusions(set);
  keepConfusions(root, version, confusions);
  return confusions;
}
