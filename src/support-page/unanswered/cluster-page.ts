import { z } from 'zod';
import { NONE } from '../../core/recognition';
import type { LessonFault } from '../../support/learning/check-lesson';
import type { QuestionCluster } from '../../support/unanswered/cluster-questions';
import type { Page, PageAnswer, PageRequest } from '../page';
import { createFormats } from '../parts/formats';
import { clusterKey } from './cluster-key';
import { renderCluster, type ClusterForm } from './render-cluster';
import type { UnansweredOptions } from './unanswered-options';
import { languageOf } from './unanswered-tabs';

const clusterForm = z.object({
  action: z.enum(['try', 'dismiss']),
  entry: z.string(),
  utterances: z.string().max(20_000),
});

/** Questions that ask much the same: a supporter teaches them to an entry, or sets them aside. */
export function clusterPage(options: UnansweredOptions): Page {
  const { learning } = options;
  return {
    path: '/unanswered/cluster/:key',
    async read(request) {
      const cluster = await find(request, options);
      return cluster === undefined ? { show: 'missing' } : show(request, { cluster, options });
    },
    async change(request) {
      const cluster = await find(request, options);
      const form = clusterForm.safeParse(Object.fromEntries(request.form));
      if (cluster === undefined || !form.success) return { show: 'missing' };
      // Only what the supporter was shown: another question may have joined the cluster since.
      const shown = new Set(request.form.getAll('question'));
      const questions = cluster.questions.map(({ id }) => id).filter((id) => shown.has(id));
      const language = languageOf(request, options);
      const by = request.supporter.name || request.supporter.id;
      const { action, entry, utterances } = form.data;
      if (action === 'dismiss') {
        await learning.desk.dismiss(questions, by);
        return { show: 'redirect', to: `/unanswered?language=${language}&done=dismissed` };
      }
      const lesson = { language, entry, utterances: utterances.split('\n') };
      const proposed = await learning.desk.propose({ lesson, questions, by });
      if (proposed.faults === undefined)
        return { show: 'redirect', to: `/unanswered/changes/${proposed.change}` };
      return show(request, { cluster, options, form: { entry, utterances }, ...proposed });
    },
  };
}

async function find(request: PageRequest, options: UnansweredOptions) {
  const clusters = await options.learning.clusters(languageOf(request, options));
  return clusters.find((cluster) => clusterKey(cluster) === request.params['key']);
}

function show(
  request: PageRequest,
  shown: {
    readonly cluster: QuestionCluster;
    readonly options: UnansweredOptions;
    readonly form?: ClusterForm;
    readonly faults?: readonly LessonFault[];
  },
): PageAnswer {
  const { cluster, options, faults = [] } = shown;
  const { questions, candidates } = cluster;
  const body = renderCluster(request, {
    ...{ cluster, faults, content: options.content, language: languageOf(request, options) },
    form: shown.form ?? {
      entry: candidates[0]?.intent ?? NONE,
      utterances: [...new Set(questions.map(({ text }) => text))].join('\n'),
    },
    names: options.namesIn(request),
    formats: createFormats(request.locale, options.timeZone),
  });
  const title = request.t('support-page:unanswered.title');
  return { show: 'page', title, body, status: faults.length > 0 ? 400 : undefined };
}
