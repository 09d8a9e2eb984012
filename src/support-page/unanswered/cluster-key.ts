import { createHash } from 'node:crypto';
import type { QuestionCluster } from '../../support/unanswered/cluster-questions';

/** Short name of a cluster in an address: of its most typical question, so that it stays while that one is it. */
export function clusterKey({ questions: [typical] }: QuestionCluster): string {
  const id = typical?.id ?? '';
  return createHash('sha256').update(id).digest('base64url').slice(0, 12);
}
