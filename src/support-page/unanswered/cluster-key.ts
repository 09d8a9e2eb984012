import { digestOf } from '../../core/digest';
import type { QuestionCluster } from '../../support/unanswered/cluster-questions';

/** Short name of a cluster in an address: of its most typical question, so that it stays while that one is it. */
export function clusterKey({ questions: [typical] }: QuestionCluster): string {
  return digestOf(typical?.id ?? '').slice(0, 12);
}
