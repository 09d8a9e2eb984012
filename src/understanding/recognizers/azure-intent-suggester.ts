import type { TextAnalysisClient } from '@azure/ai-language-text';
import { z } from 'zod';
import type { AzureLanguage } from '../../azure/azure-language';
import { inBatches } from '../../azure/in-batches';
import type { IntentId, ScoredIntent } from '../../core/recognition';
import type { IntentSuggester, SuggestionRequest } from './intent-suggester';

export interface AzureIntentSuggesterOptions {
  readonly azure: AzureLanguage;
  /** The project of custom text classification, and the deployment of its model. */
  readonly project: string;
  readonly deployment: string;
  /** Whether the content knows an intent: a model may be older than it. */
  readonly isKnown: (intent: IntentId) => boolean;
  /** Milliseconds between two looks at a job, and until it is given up. */
  readonly pollEvery?: number;
  readonly deadline?: number;
}

const POLL_MS = 2000;
const DEADLINE_MS = 120_000;
/** Documents of a job; cut to a text record each, they stay far below its limit of 125,000 characters. */
const DOCUMENTS = 25;
const LONGEST = 1000;
/** Jobs that run at the same time. */
const JOBS = 4;

const category = z.object({ category: z.string(), confidenceScore: z.number().min(0).max(1) });
/** What a page holds of the one action: results of documents, and errors, which have no classifications. */
const pageSchema = z.array(
  z.object({
    results: z.array(z.object({ id: z.string(), classifications: z.array(category).optional() })),
  }),
);

/** A model of custom single-label classification, trained on this content: see `npm run azure:export`. */
export function createAzureIntentSuggester(options: AzureIntentSuggesterOptions): IntentSuggester {
  const { azure, isKnown, deadline = DEADLINE_MS } = options;
  const classify = async (batch: readonly SuggestionRequest[]) => {
    const texts = batch.map(({ text }) => text);
    const found = await azure.call(
      { use: 'classification', texts, longest: LONGEST, deadline },
      (client, safe, signal) =>
        runJob(client, { ...options, signal, requests: withTexts(batch, safe) }),
    );
    return batch.map((_, index) => {
      const best = found.get(String(index));
      return best !== undefined && isKnown(best.intent) ? best : undefined;
    });
  };
  return {
    async suggest(questions) {
      const found: (ScoredIntent | undefined)[] = [];
      for (const jobs of inBatches(inBatches(questions, DOCUMENTS), JOBS))
        found.push(...(await Promise.all(jobs.map(classify))).flat());
      return found;
    },
  };
}

interface Job extends Pick<AzureIntentSuggesterOptions, 'project' | 'deployment' | 'pollEvery'> {
  readonly requests: readonly SuggestionRequest[];
  readonly signal: AbortSignal;
}

/** The best class of each document, by its place. */
async function runJob(
  client: TextAnalysisClient,
  { project, deployment, requests, signal: abortSignal, pollEvery = POLL_MS }: Job,
): Promise<ReadonlyMap<string, ScoredIntent>> {
  const poller = await client.beginAnalyzeBatch(
    [
      {
        kind: 'CustomSingleLabelClassification',
        ...{ projectName: project, deploymentName: deployment, disableServiceLogs: true },
      },
    ],
    requests.map(({ text, language }, index) => ({ id: String(index), text, language })),
    { abortSignal, updateIntervalInMs: pollEvery },
  );
  const found = new Map<string, ScoredIntent>();
  const pages = (await poller.pollUntilDone({ abortSignal })).byPage();
  for await (const page of pages) {
    const results = pageSchema.parse(page).flatMap((action) => action.results);
    for (const { id, classifications: [best] = [] } of results)
      if (best !== undefined) found.set(id, { intent: best.category, score: best.confidenceScore });
  }
  return found;
}

function withTexts(
  requests: readonly SuggestionRequest[],
  texts: readonly string[],
): readonly SuggestionRequest[] {
  return requests.map(({ language }, index) => ({ language, text: texts[index] ?? '' }));
}
