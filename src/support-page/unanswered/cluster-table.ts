import type { QuestionCluster } from '../../support/unanswered/cluster-questions';
import type { PageRequest } from '../page';
import type { Names } from '../parts/names';
import { createTable, type Column, type Table } from '../parts/table';
import { clusterKey } from './cluster-key';
import { nearestInWords } from './nearest-in-words';

/** Clusters as a table: what each is about leads to all of its questions. */
export function createClusterTable(
  clusters: readonly QuestionCluster[],
  {
    t,
    language,
    names,
    locale,
  }: Pick<PageRequest, 't' | 'locale'> & {
    readonly language: string;
    readonly names: Names;
  },
): Table {
  const label = (name: string) => t(`support-page:unanswered.column.${name}`);
  const columns: Column<QuestionCluster>[] = [
    {
      ...{ label: label('question'), kind: 'text' },
      of: ({ name }) => name,
      link: (cluster) => `/support/unanswered/cluster/${clusterKey(cluster)}?language=${language}`,
    },
    { label: label('asked'), kind: 'count', of: ({ questions }) => questions.length },
    {
      ...{ label: label('nearest'), kind: 'text' },
      of: ({ candidates }) => nearestInWords(candidates, { names, locale }),
    },
    {
      ...{ label: label('latest'), kind: 'instant' },
      of: ({ questions }) =>
        questions.map(({ at }) => at).reduce((last, at) => (at > last ? at : last), ''),
    },
  ];
  const caption = t('support-page:unanswered.title');
  return createTable({ name: 'unanswered', caption }, columns, clusters);
}
